import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '../../support/databases.ts'
import { openProxy } from '../../support/proxy.ts'

describe.each(databases)('the database (%s)', (kind) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await openTestDatabase(kind, { empty: true })
    await database.sql`create table tally (id integer primary key, n integer not null)`
  })
  afterAll(() => database.close())

  it('notifies of what was committed, and never of what was rolled back', async () => {
    const { sql } = database
    const received: number[] = []
    await database.listen(
      'news',
      (payload) => received.push(Number(payload)),
      () => {},
    )
    const numbers = Array.from({ length: 100 }, (_, i) => i)
    const isRolledBack = (i: number) => i % 10 === 0
    await Promise.all(
      numbers.map((i) =>
        sql
          .begin(async (tx) => {
            await tx`select pg_notify('news', ${String(i)})`
            if (isRolledBack(i)) throw new Error('on purpose')
          })
          .catch((error: Error) => expect(error.message).toBe('on purpose')),
      ),
    )
    await until(() => received.length >= 90)
    await sleep(100)
    expect(received.sort((a, b) => a - b)).toEqual(numbers.filter((i) => !isRolledBack(i)))
  })

  it('notifies every listener of a channel, whatever its name', async () => {
    const received: string[] = []
    const channel = 'Odd "name"'
    for (const who of ['a', 'b']) {
      await database.listen(
        channel,
        (payload) => received.push(who + payload),
        () => {},
      )
    }
    await database.sql`select pg_notify(${channel}, '!')`
    await until(() => received.length === 2)
    expect(received.sort()).toEqual(['a!', 'b!'])
  })

  it('keeps 100 read-modify-write transactions exact', async () => {
    const { sql } = database
    await sql`insert into tally (id, n) values (1, 0)`
    await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        sql
          .begin(async (tx) => {
            const [row] = await tx<[{ n: number }]>`select n from tally where id = 1 for update`
            await tx`update tally set n = ${row.n + 1} where id = 1`
            if (i % 4 === 0) throw new Error('on purpose')
          })
          .catch(() => {}),
      ),
    )
    expect(await sql`select n from tally where id = 1`).toEqual([{ n: 75 }])
  })

  it('continues after a statement that fails', async () => {
    const { sql } = database
    await expect(sql`select * from nowhere`).rejects.toThrow('nowhere')
    await expect(sql`insert into tally (id, n) values (${2}, ${null})`).rejects.toThrow('not-null')
    expect(await sql`select ${['x', 'y']}::text[] as list`).toEqual([{ list: ['x', 'y'] }])
  })

  it('leaves the event loop free while a query runs', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const startedAt = performance.now()
    await database.sql`select count(*) from generate_series(1, 3000000)`
    const queryMs = performance.now() - startedAt
    delay.disable()
    expect(delay.max / 1e6).toBeLessThan(queryMs / 2)
  })

  it('finishes running queries before it closes, and may be closed twice', async () => {
    const other = await openTestDatabase(kind, { empty: true })
    const running = other.sql`select pg_sleep(0.3), 'done' as word`
    running.catch(() => {})
    await sleep(100)
    await other.close()
    await other.close()
    expect((await running)[0]!.word).toBe('done')
  })
})

describe('a database shared by two servers', () => {
  it('notifies one of what the other committed', async () => {
    const first = await openTestDatabase('postgres', { empty: true })
    const second = await openTestDatabase('postgres', { url: first.url! })
    const received: string[] = []
    await second.listen(
      'news',
      (payload) => received.push(payload),
      () => {},
    )
    await first.sql`select pg_notify('news', 'hello')`
    await until(() => received.length > 0)
    await second.close()
    await first.close()
    expect(received).toEqual(['hello'])
  })

  it('listens again by itself after a gap, and reports it', async () => {
    const first = await openTestDatabase('postgres', { empty: true })
    const proxy = await openProxy(() => [first.url!])
    const two = await openTestDatabase('postgres', { url: proxy.url })
    const received: string[] = []
    let resumed = 0
    await two.listen(
      'news',
      (payload) => received.push(payload),
      () => resumed++,
    )
    expect(resumed).toBe(0)
    await proxy.cut()
    await first.sql`select pg_notify('news', 'missed')`
    await sleep(1500)
    await proxy.mend()
    await until(() => resumed === 1)
    await first.sql`select pg_notify('news', 'heard')`
    await until(() => received.length > 0)
    expect(received).toEqual(['heard'])
    expect(await two.sql`select 1 as one`).toEqual([{ one: 1 }])
    await two.close()
    await proxy.close()
    await first.close()
  })
})

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!isSo() && Date.now() < deadline) await sleep(5)
  expect(isSo()).toBe(true)
}
