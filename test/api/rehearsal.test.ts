import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockEvent, touchLineUp } from '../../api/store/events.ts'
import { apiDatabase } from '../support/databases.ts'
import { makeEvent, openServer, owner, type Server, type TestEvent } from '../support/show.ts'

const quick = { judges: 6, speed: 20 }
const limitMs = 90_000

describe('a rehearsal', () => {
  let server: Server
  let beside: Server
  beforeAll(async () => {
    server = await openServer()
    beside = apiDatabase === 'postgres' ? await openServer({ beside: server }) : server
  })
  afterAll(async () => {
    if (beside !== server) await beside.close()
    await server.close()
  })

  const start = (event: TestEvent, body: object = quick, key: string | undefined = event.key) =>
    server.call('POST', `${event.path}/rehearsal`, body, key)
  const readRehearsal = async (event: TestEvent, at = server) =>
    (await at.call('GET', `${event.path}/rehearsal`, undefined, event.key)).body.rehearsal
  const wipe = (event: TestEvent, at = server, key: string | undefined = event.key) =>
    at.call('DELETE', `${event.path}/rehearsal`, undefined, key)
  const typeOf = (answer: { status: number; body: any }) => [answer.status, answer.body.type?.replace('/problems/', '')]
  const small = () => makeEvent(server, { entries: 2, judges: 1, talkSeconds: 5, questionsSeconds: 0 })

  async function until<T>(readTables: () => Promise<T>, fits: (tables: T) => boolean): Promise<T> {
    for (;;) {
      const value = await readTables()
      if (fits(value)) return value
      await new Promise((wait) => setTimeout(wait, 150))
    }
  }

  async function readAllRows(): Promise<Record<string, string[]>> {
    const { sql } = server.db
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' order by 1`
    const all: Record<string, string[]> = {}
    for (const { name } of tables)
      all[name] = (await sql<{ row: string }[]>`select to_jsonb(t)::text as row from ${sql(name)} t order by 1`).map(
        ({ row }) => row,
      )
    return all
  }

  it(
    'is played to its end on a copy, keeps every promise, leaves its event alone, and goes without a trace',
    async () => {
      const event = await small()
      await server.call(
        'PATCH',
        `${event.path}/entries/${event.entries[0]!.id}`,
        { members: ['Sioned Pugh'] },
        event.key,
      )
      const archive = () => server.call('GET', `${event.path}/archive`, undefined, event.key)
      const [before, rows] = [await archive(), await readAllRows()]
      const { status, body } = await start(event)
      expect(status).toBe(201)
      expect(body.rehearsal).toMatchObject({ slug: `${event.event.slug}-rehearsal`, state: 'playing', judges: 6 })
      const path = `/api/events/${body.rehearsal.slug}`
      expect((await server.call('GET', path)).body.event.rehearsal).toBe(true)
      expect((await server.call('GET', `${path}/stage`)).body.rehearsal).toBe(true)
      expect((await server.call('GET', event.path)).body.event.rehearsal).toBe(false)

      const played = await until(
        () => readRehearsal(event),
        ({ state }) => state !== 'playing',
      )
      expect(played.said.join('\n')).toMatch(
        /The doors are open[\s\S]*1 of 2 {2}Team 1[\s\S]*Scoring has closed[\s\S]*is shown/,
      )
      expect(played.state).toBe('played')
      expect(played.report.broken).toEqual([])
      expect(played.report.untried).toEqual([])
      const whole = (await server.call('GET', `${path}/archive`, undefined, body.organiserKey)).body
      expect(whole.event).toMatchObject({ phase: 'final', rehearsal: true })
      expect(whole.ballots.filter((ballot: any) => ballot.recused).length).toBeGreaterThan(0)
      expect(JSON.stringify(whole)).not.toContain('Sioned')
      expect((await server.call('GET', '/api/events', undefined, owner)).text).not.toContain('-rehearsal')
      expect(typeOf(await server.call('POST', '/api/archive', whole, owner))).toEqual([409, 'rehearsal-itself'])

      await server.context.archives.settled()
      expect(existsSync(join(server.dataDir, 'archives'))).toBe(false)
      expect((await archive()).text).toBe(before.text)
      expect((await wipe(event)).status).toBe(200)
      expect(await readAllRows()).toEqual(rows)
      expect(typeOf(await server.call('GET', path))).toEqual([404, 'no-such-event'])
      expect(typeOf(await server.call('GET', `${path}/archive`, undefined, body.organiserKey))).toEqual([
        404,
        'no-such-event',
      ])
      expect(await readRehearsal(event)).toBe(null)
      expect((await wipe(event)).status).toBe(200)
      expect(server.failures).toEqual([])
    },
    limitMs,
  )

  it(
    'stops its made-up people the moment it is wiped, on whichever instance, and with its event',
    async () => {
      const event = await small()
      const rows = await readAllRows()
      const slow = { ...quick, speed: 1 }
      for (const end of [
        () => wipe(event, beside),
        () => server.call('DELETE', `${event.path}/people`, undefined, event.key),
        () => server.call('DELETE', event.path, { name: event.event.name }, event.key),
      ]) {
        const { body } = await start(event, slow)
        const path = `/api/events/${body.rehearsal.slug}`
        const judges = () => server.call('GET', `${path}/judges`, undefined, body.organiserKey)
        await until(judges, ({ body }) => body.judges?.length > 0)
        expect((await end()).status).toBe(200)
        await until(
          async () => server.context.rehearsalRunner.many(),
          (many) => many === 0,
        )
        expect(typeOf(await server.call('GET', path))).toEqual([404, 'no-such-event'])
      }
      const left = await readAllRows()
      expect([left.rehearsals, left.judges, left.keys?.length]).toEqual([
        [],
        rows.judges?.filter((row) => !row.includes(event.event.id)),
        rows.keys!.filter((row) => !row.includes(event.event.id)).length,
      ])
      expect(server.failures).toEqual([])
    },
    limitMs,
  )

  it.runIf(apiDatabase === 'postgres')(
    'changes while its event is deleted, and neither waits for the other for ever (on PostgreSQL only: the embedded database has one connection)',
    async () => {
      const event = await small()
      const { body } = await start(event, { ...quick, byHand: true })
      await server.context.rehearsalRunner.stopAll()
      const deletion = await server.db.sql.begin(async (tx) => {
        const { id } = await lockEvent(tx, body.rehearsal.slug)
        await touchLineUp(tx, id)
        const deletion = beside.call('DELETE', event.path, { name: event.event.name }, event.key)
        const waits = async () =>
          (
            await server.db.sql`
          select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
          ).length
        await expect.poll(waits, { timeout: 30_000 }).toBe(1)
        // A second change of a row in one transaction checks what the row refers to: the event that is being deleted.
        await touchLineUp(tx, id)
        return { answer: deletion }
      })
      expect((await deletion.answer).status).toBe(200)
      expect(typeOf(await server.call('GET', event.path))).toEqual([404, 'no-such-event'])
    },
  )

  it('opens to its own organiser and the owner alone', async () => {
    const [event, other] = [await small(), await small()]
    for (const key of [other.key, event.judgeKeys[0], event.teamKeys[0]]) {
      expect(typeOf(await start(event, quick, key))).toEqual([403, 'wrong-door'])
      expect(typeOf(await wipe(event, server, key))).toEqual([403, 'wrong-door'])
    }
    expect(typeOf(await server.call('POST', `${event.path}/rehearsal`, quick))).toEqual([401, 'key-needed'])
    expect((await start(event, { ...quick, byHand: true }, owner)).status).toBe(201)
    await wipe(event, server, owner)
    const { body } = await start(event, { ...quick, byHand: true })
    const path = `/api/events/${body.rehearsal.slug}`
    expect(typeOf(await server.call('POST', `${path}/cues`, { cue: 'open-doors' }, event.key))).toEqual([
      403,
      'wrong-door',
    ])
    expect(typeOf(await server.call('PATCH', event.path, { venue: 'x' }, body.organiserKey))).toEqual([
      403,
      'wrong-door',
    ])
    expect(typeOf(await server.call('POST', `${path}/rehearsal`, quick, body.organiserKey))).toEqual([
      409,
      'rehearsal-itself',
    ])
    await wipe(event)
  })

  it('is one, however many start it at once; an interrupted one is replaced by the next, and its screens follow', async () => {
    const event = await small()
    const byHand = { ...quick, byHand: true }
    const answers = await Promise.all([start(event, byHand), start(event, byHand), start(event, byHand)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
    expect(typeOf(answers.find((answer) => answer.status === 409)!)).toEqual([409, 'rehearsal-playing'])
    const { body } = answers.find((answer) => answer.status === 201)!
    const path = `/api/events/${body.rehearsal.slug}`
    const { version } = (await server.call('POST', `${path}/cues`, { cue: 'open-doors' }, body.organiserKey)).body
    // As after a power cut: nobody plays the rehearsal, and it is not marked as stopped.
    await server.context.rehearsalRunner.stopAll()
    await server.db.sql`update rehearsals set ended_at = null, seen_at = now() - interval '1 minute'`
    expect((await readRehearsal(event)).state).toBe('stopped')
    const again = await start(event, byHand)
    expect(again.body.rehearsal.slug).toBe(body.rehearsal.slug)
    const stage = (await server.call('GET', `${path}/stage`)).body
    expect(stage.phase).toBe('setup')
    expect(stage.version).toBeGreaterThan(version)
    expect(typeOf(await server.call('POST', `${path}/cues`, { cue: 'open-doors' }, body.organiserKey))).toEqual([
      401,
      'key-unknown',
    ])
    await wipe(event)
  })

  it('is refused for a show that has begun, and for one without teams', async () => {
    const [event, empty] = [await small(), await makeEvent(server, { entries: 0 })]
    expect(typeOf(await start(empty))).toEqual([409, 'nothing-to-show'])
    expect(typeOf(await start(event, { judges: 2 }))).toEqual([422, 'invalid'])
    await event.cue('open-doors')
    expect(typeOf(await start(event))).toEqual([409, 'too-late-to-change'])
    expect(await readRehearsal(event)).toBe(null)
  })

  it(
    'lets the organiser press the keys, while made-up judges score whatever is on stage',
    async () => {
      const event = await small()
      const { body } = await start(event, { ...quick, byHand: true })
      const path = `/api/events/${body.rehearsal.slug}`
      const stage = async () => (await server.call('GET', `${path}/stage`)).body
      const cue = (name: string) => server.call('POST', `${path}/cues`, { cue: name }, body.organiserKey)
      await until(stage, ({ scoring }) => scoring.of > 0)
      await cue('open-doors')
      for (const _ of event.entries) {
        await cue('next')
        await until(stage, ({ scoring }) => scoring.in > 2)
      }
      await cue('close-scoring')
      const { reveal } = (await cue('start-reveal')).body
      for (let step = 0; step < reveal.of; step += 1) await cue('reveal-next')
      await cue('publish')
      const { report } = await until(
        () => readRehearsal(event),
        ({ state }) => state !== 'playing',
      )
      expect(report.broken).toEqual([])
      expect(report.kept.length).toBeGreaterThan(8)
      await wipe(event)
    },
    limitMs,
  )
})
