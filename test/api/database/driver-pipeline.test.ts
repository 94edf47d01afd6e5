import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requirePatchedDriver } from '../../../api/database/driver-patch.ts'
import { everyCase } from '../../faults/seed.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../support/databases.ts'

/** One connection is full at 100 queries; the eight connections to a server take turns, and are full at 800. */
const aboutFull = (count: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => count + from + n)
const oneConnection = everyCase
  ? [aboutFull(100, -5, 3), aboutFull(200, -3, 2), aboutFull(300, -2, 3), aboutFull(400, -3, 5)].flat()
  : aboutFull(100, -1, 1)
const waitingOn = {
  embedded: oneConnection,
  postgres: [...oneConnection, ...(everyCase ? aboutFull(800, -2, 10) : aboutFull(800, -1, 1))],
}

/** The driver pipelines up to 100 queries on one connection: a transaction that begins at that boundary must stay whole. */
describe.each(databases)('a transaction behind a full pipeline (%s)', (kind) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await openTestDatabase(kind, { empty: true })
    await database.sql`create table written (name text primary key)`
  })
  afterAll(() => database.close())

  it.each(waitingOn[kind])(
    'loses no acknowledged query and keeps none that it rolled back, with %i queries waiting',
    async (waiting) => {
      const { sql } = database
      const name = (part: string) => `${waiting} ${part}`
      const before = Array.from({ length: waiting }, () => sql`select 1`.execute())
      const rolledBack = sql.begin(async (transaction) => {
        await transaction`insert into written values (${name('rolled back')})`
        await new Promise((resolve) => setTimeout(resolve, 20))
        throw new Error('rolled back on purpose')
      })
      const plain = Array.from({ length: 20 }, (_, i) =>
        sql`insert into written values (${name(`plain ${i}`)})`.execute(),
      )
      const committed = sql.begin((transaction) => transaction`insert into written values (${name('committed')})`)

      await expect(rolledBack).rejects.toThrow('rolled back on purpose')
      await Promise.all([...before, ...plain, committed])

      const rows = await sql<{ name: string }[]>`select name from written where name like ${`${waiting} %`}`
      const expected = [name('committed'), ...plain.map((_, i) => name(`plain ${i}`))]
      expect(rows.map((row) => row.name).sort()).toEqual(expected.sort())
    },
  )

  it('serves unrelated queries outside an open transaction when its socket drains', async () => {
    const { sql } = database
    const long = 'x'.repeat(4_000_000)
    const rolledBack = sql.begin(async (transaction) => {
      await transaction`select ${long}::text`
      await transaction`select length(${long}::text)`
      await new Promise((resolve) => setTimeout(resolve, 50))
      throw new Error('rolled back on purpose')
    })
    const plain = Array.from({ length: 10 }, (_, i) => sql`insert into written values (${`drained ${i}`})`.execute())
    await expect(rolledBack).rejects.toThrow('rolled back on purpose')
    await Promise.all(plain)
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from written where name like 'drained %'`
    expect(row?.count).toBe(10)
  })
})

describe('the driver', () => {
  it('is refused at start when it is not the patched one', () => {
    expect(() => requirePatchedDriver()).not.toThrow()
    expect(() => requirePatchedDriver(() => {})).toThrow(/npx patch-package/)
  })
})
