import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../support/databases.ts'
import { playFullEvent } from '../support/full-event.ts'
import { openServer, owner, type Server, type TestEvent } from '../support/show.ts'

/** The columns that an archive leaves out, and why. Every other column must be restored unchanged. */
const leftOut: Record<string, string> = {
  'keys.*': 'links are made anew where the event is brought in',
  'films.*': 'the organiser has the files',
  'film_parts.*': 'the organiser has the files',
  'desk_codes.*': 'a code for handing over the desk works for minutes',
  'migrations.*': 'about the installation',
  'rehearsals.*': 'nothing of a rehearsal is to remain',
  'events.rehearsal_of': 'a rehearsal is not brought in anywhere',
  'events.judging_version': 'only ballots under way are checked against it',
  'events.created_at': 'when this installation got it',
  'entries.created_at': 'when this installation got it',
  'judges.seen_at': 'whether the phone listens now',
  'judges.sent_to': 'where a judge walks now',
  'judges.sent_at': 'where a judge walks now',
  'judges.same_as': 'whom a judge who waits claims to be: without a key nobody waits',
  'event_history.id': 'only its order counts',
  'event_history.instance': 'names a process of this installation',
  'ballot_history.id': 'only its order counts',
  'ballot_history.instance': 'names a process of this installation',
}

describe('an archive', () => {
  const servers = {} as Record<(typeof databases)[number], Server>
  const events = {} as Record<(typeof databases)[number], TestEvent>
  beforeAll(async () => {
    for (const kind of databases) {
      servers[kind] = await openServer({ database: kind })
      events[kind] = await playFullEvent(servers[kind], `from-${kind}`)
      // As after a removal at an earlier close: the full event itself keeps its people.
      await servers[kind].db.sql`
        update events set people_removed_at = '2026-06-01T12:00:00Z' where id = ${events[kind].event.id}`
    }
  })
  afterAll(async () => {
    for (const server of Object.values(servers)) await server.close()
  })

  const exportArchive = async (server: Server, event: TestEvent, key = event.key) =>
    (await server.call('GET', `${event.path}/archive`, undefined, key)).body
  const importArchive = (server: Server, archive: unknown) => server.call('POST', '/api/archive', archive, owner)

  async function readRows(server: Server, eventId: string) {
    const columns = await server.db.sql<{ table: string; column: string; usual: string | null }[]>`
      select table_name as table, column_name as column, column_default as usual from information_schema.columns
      where table_schema = 'public' order by table_name, column_name`
    const archivedColumns = columns.filter(
      ({ table, column }) => !leftOut[`${table}.*`] && !leftOut[`${table}.${column}`],
    )
    const tables: Record<string, unknown[]> = {}
    const defaultColumns: string[] = []
    for (const table of new Set(archivedColumns.map((column) => column.table))) {
      const key = columns.some(({ table: owner, column }) => owner === table && column === 'event_id')
        ? 'event_id'
        : 'id'
      const rows = await server.db.sql`select * from ${server.db.sql(table)} where ${server.db.sql(key)} = ${eventId}`
      const tableColumns = archivedColumns.filter((column) => column.table === table)
      const names = tableColumns.map(({ column }) => column)
      tables[table] = rows.map((row) => JSON.stringify(names.map((name) => row[name]))).sort()
      for (const { column: name, usual } of tableColumns) {
        const [row] = usual ? await server.db.sql.unsafe(`select ${usual} as value`) : []
        const differsFromDefault = (value: unknown) =>
          !['null', '""', '0', 'false', '{}', '[]', JSON.stringify(row?.value)].includes(JSON.stringify(value))
        if (!rows.some((row) => differsFromDefault(row[name]))) defaultColumns.push(`${table}.${name}`)
      }
    }
    return { tables, defaultColumns }
  }

  it('covers an event with a value in every column, so that a lost one is noticed', async () => {
    for (const kind of databases)
      expect((await readRows(servers[kind], events[kind].event.id)).defaultColumns).toEqual([])
  })

  it.each([
    ['embedded', 'postgres'],
    ['postgres', 'embedded'],
  ] as const)('goes from %s to %s and back out the same, to the last field and row', async (from, to) => {
    const event = events[from]
    const out = await exportArchive(servers[from], event)
    const importAnswer = await importArchive(servers[to], out)
    expect(importAnswer.body).toEqual({ eventSlug: expect.any(String), organiserKey: expect.any(String) })
    expect(await exportArchive(servers[to], event, importAnswer.body.organiserKey)).toEqual(out)
    expect((await readRows(servers[to], event.event.id)).tables).toEqual(
      (await readRows(servers[from], event.event.id)).tables,
    )
    expect((await importArchive(servers[to], out)).body.type).toBe('/problems/slug-taken')
    const answers = ['results', 'results.csv', 'stage', 'line-up', 'record', 'picture']
    for (const path of answers) {
      const [here, there] = await Promise.all(
        [servers[from], servers[to]].map((server) => server.call('GET', `${event.path}/${path}`)),
      )
      const timeless = (text: string) => text.replace(/"now":"[^"]+"/, '')
      expect([path, there!.status, timeless(there!.text)]).toEqual([path, 200, timeless(here!.text)])
    }
  })

  it('keeps the code of old posters, unless another event here has it', async () => {
    const [server, event] = [servers.postgres, events.embedded]
    const out = await exportArchive(servers.embedded, event)
    await server.call('DELETE', event.path, { name: event.event.slug }, owner)
    const { body: other } = await server.call('POST', '/api/events', { name: 'Has the code' }, owner)
    const importAnswer = await importArchive(server, { ...out, event: { ...out.event, code: other.event.code } })
    const again = await exportArchive(server, event, importAnswer.body.organiserKey)
    expect(again.event.code).toMatch(/^[A-Z0-9]{5}$/)
    expect(again.event.code).not.toBe(other.event.code)
    expect({ ...again, event: { ...again.event, code: out.event.code } }).toEqual(out)
  })

  it('that was changed, truncated or saved by a newer Demo Hour is refused in words, and imports nothing', async () => {
    const [server, event] = [servers.postgres, events.embedded]
    const out = await exportArchive(servers.embedded, event)
    await server.call('DELETE', event.path, { name: event.event.slug }, owner)
    const text = JSON.stringify(out)
    const refused: [unknown, number, string][] = [
      [{ ...out, version: 99, entries: 'in another shape' }, 422, 'archive-newer'],
      [{ ...out, format: 'something/else' }, 422, 'not-an-archive'],
      [[], 422, 'not-an-archive'],
      ['7', 422, 'not-an-archive'],
      [{ ...out, version: '1' }, 422, 'not-an-archive'],
      [text.slice(0, -2), 400, 'not-json'],
      [{ ...out, ballots: [{ ...out.ballots[0], judgeId: 'nobody' }] }, 422, 'invalid'],
      [{ ...out, entries: [out.entries[0], out.entries[0]] }, 422, 'invalid'],
      [{ ...out, judges: undefined }, 422, 'invalid'],
      [{ ...out, picture: { ...out.picture, mediaType: 'text/html' } }, 422, 'invalid'],
      [{ ...out, event: { ...out.event, slug: '../../etc' } }, 422, 'invalid'],
      [text.replace('Nearer to residents', 'Nearer\\u0000'), 422, 'invalid'],
    ]
    for (const [body, status, code] of refused) {
      const answer = await importArchive(server, body)
      expect([answer.status, answer.body.type, answer.body.title]).toEqual([
        status,
        `/problems/${code}`,
        expect.stringMatching(/^[A-Z].{10}/),
      ])
      expect((await server.call('GET', event.path)).status).toBe(404)
    }
    for (const key of [event.key, undefined])
      expect((await server.call('POST', '/api/archive', out, key)).status).toBe(401)
    expect((await importArchive(server, out)).status).toBe(201)
  })

  it('of an earlier release, with fewer fields, is imported', async () => {
    const [server, event] = [servers.postgres, events.embedded]
    const { picture: _, ...older } = await exportArchive(servers.embedded, event)
    delete older.event.timeZone
    await server.call('DELETE', event.path, { name: event.event.slug }, owner)
    const importAnswer = await importArchive(server, older)
    expect(importAnswer.status).toBe(201)
    expect((await exportArchive(server, event, importAnswer.body.organiserKey)).event.timeZone).toBeNull()
  })
})
