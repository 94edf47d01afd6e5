import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusals } from '../../api/rules/refusal.ts'
import { makeEvent, openServer, owner, type Server, type TestEvent } from '../show.ts'

type Operation = { method: string; path: string; door: string | undefined; takesBody: boolean; statuses: number[] }

describe('the contract, as its OpenAPI document says it,', () => {
  let server: Server
  let event: TestEvent
  let operations: Operation[]
  beforeAll(async () => {
    server = await openServer('embedded')
    event = await makeEvent(server)
    await event.cue('open-doors')
    await event.cue('next')
    const { body } = await server.call('GET', '/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    operations = Object.entries<Record<string, any>>(body.paths).flatMap(([path, some]) =>
      Object.entries(some).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: `/api${path}`,
        door: operation['x-door'],
        takesBody: operation.requestBody !== undefined,
        statuses: Object.keys(operation.responses).map(Number),
      })),
    )
  })
  afterAll(() => server.close())

  const filled = (path: string, id: string) =>
    path
      .replace('{slug}', event.event.slug)
      .replace('{code}', event.event.code)
      .replace(/\{(id|entryId)\}/, encodeURIComponent(id))

  /** All that is kept, as one text: a refused call must leave it as it was. */
  const kept = async () => {
    const tables = [
      'events',
      'criteria',
      'entries',
      'judges',
      'keys',
      'ballots',
      'ballot_history',
      'event_history',
      'prizes',
      'casting_votes',
      'results',
      'pictures',
      'feedback',
    ]
    const all = await Promise.all(
      tables.map(
        (table) =>
          server.db
            .sql`select coalesce(json_agg(t order by t::text), '[]')::text as rows from ${server.db.sql(table)} t`,
      ),
    )
    return all.map(([row]) => row!.rows).join('\n')
  }

  it('names every operation that others rely on', () => {
    const named = operations.map(
      ({ method, path }) =>
        `${method} ${path
          .replace('/api', '')
          .replace('{slug}', ':slug')
          .replace(/\{\w+\}/, ':id')}`,
    )
    for (const operation of [
      'GET /health',
      'GET /time',
      'POST /session',
      'DELETE /session',
      'POST /events',
      'GET /events/:slug',
      'PATCH /events/:slug',
      'PUT /events/:slug/rubric',
      'POST /events/:slug/entries',
      'PATCH /events/:slug/entries/:id',
      'DELETE /events/:slug/entries/:id',
      'GET /events/:slug/line-up',
      'PUT /events/:slug/running-order',
      'POST /events/:slug/judges',
      'POST /events/:slug/join',
      'POST /events/:slug/judges/:id/admit',
      'POST /events/:slug/judges/:id/remove',
      'POST /events/:slug/judges/:id/away',
      'POST /events/:slug/judges/:id/back',
      'GET /events/:slug/stage',
      'POST /events/:slug/cues',
      'GET /events/:slug/feed',
      'GET /events/:slug/ballots',
      'PUT /events/:slug/ballots/:id',
      'GET /events/:slug/results',
      'GET /events/:slug/results.csv',
      'GET /events/:slug/archive',
      'POST /archive',
      'DELETE /events/:slug/people',
    ])
      expect(named).toContain(operation)
  })

  it('opens no guarded operation to a wrong key, and changes nothing on the way', async () => {
    const guarded = operations.filter(({ door }) => door !== undefined)
    expect(guarded.length).toBeGreaterThan(25)
    const keys: Record<string, string> = {
      owner,
      organiser: event.key,
      judge: event.judgeKeys[0]!,
      team: event.teamKeys[0]!,
    }
    const before = await kept()
    for (const { method, path, door, statuses } of guarded)
      for (const [role, key] of [
        ...Object.entries(keys),
        ['nobody', undefined],
        ['a guesser', 'AAAAAAAAAAAAAAAAAAAAAA'],
      ] as const) {
        if (door!.split(' or ').includes(role)) continue
        const answer = await server.call(
          method,
          filled(path, event.entries[0]!.id),
          method === 'GET' ? undefined : {},
          key,
        )
        expect([role, method, path, answer.status]).toEqual([
          role,
          method,
          path,
          key === undefined || role === 'a guesser' ? 401 : 403,
        ])
        expect(statuses).toContain(answer.status)
      }
    expect(await kept()).toBe(before)
  })

  it('answers whatever it is sent without a failure of its own, and a refused call changes nothing', async () => {
    const keys = [undefined, owner, event.key, event.judgeKeys[0], event.teamKeys[0]]
    const odd = fc.constantFrom<unknown>(
      '',
      ' ',
      '\u0000',
      '\ud800',
      '💥'.repeat(300),
      '../../etc/passwd',
      "'; drop table events; --",
      '%',
      -1,
      1e308,
      0.5,
      null,
      true,
      [],
      {},
      [[[]]],
    )
    const words = fc.constantFrom(
      'name',
      'slug',
      'title',
      'team',
      'criteria',
      'entryIds',
      'cue',
      'entryId',
      'seconds',
      'text',
      'untilAt',
      'scores',
      'editedAt',
      'comment',
      'recused',
      'key',
      'prizes',
      'max',
      'levels',
      'talkSeconds',
      'startsAt',
      'organisations',
      'by',
      'reason',
      'ifVersion',
      '__proto__',
      'constructor',
    )
    const likely = fc.constantFrom<unknown>(
      'next',
      'call',
      'break',
      'message',
      'add-time',
      'start-timer',
      event.entries[0]!.id,
      event.judges[0]!.id,
      new Date().toISOString(),
      3,
      'A name',
    )
    const json = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.dictionary(
          words,
          fc.oneof(
            odd,
            likely,
            fc.dictionary(words, fc.oneof(odd, likely)),
            fc.array(fc.oneof(odd, likely), { maxLength: 3 }),
          ),
          { maxKeys: 6 },
        ),
      },
      { weight: 1, arbitrary: fc.jsonValue() },
    )
    const calls = operations.filter(
      ({ path }) => !path.endsWith('/feed') && !path.endsWith('/archive') && !path.endsWith('/people'),
    )
    const failures = server.failures.length
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...calls),
        fc.constantFrom(...keys),
        json,
        fc.constantFrom(event.entries[0]!.id, event.judges[0]!.id, 'nobody', '%00', 'a b', '💥', 'x'.repeat(300)),
        async ({ method, path }, key, body, id) => {
          const before = await kept()
          const answer = await server.call(
            method,
            filled(path, id),
            method === 'GET' ? undefined : JSON.stringify(body),
            key,
          )
          if (answer.status >= 500) throw new Error(`${method} ${path} ${JSON.stringify(body)} → ${answer.text}`)
          if (answer.status >= 400) {
            expect(answer.headers.get('content-type')).toBe('application/problem+json')
            expect(Object.keys(refusals)).toContain(answer.body.type.replace('/problems/', ''))
            expect(await kept()).toBe(before)
          }
        },
      ),
      { numRuns: 400 },
    )
    expect(server.failures.slice(failures)).toEqual([])
  })

  it('answers an address that is not there, and a page that is, each in its own way', async () => {
    expect((await server.call('GET', '/api/nothing')).body.type).toBe('/problems/no-such-page')
    const page = await server.call('GET', `/e/${event.event.slug}/judge`)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
    expect(page.text).not.toMatch(/<style|\son\w+=|\sstyle=/)
  })
})
