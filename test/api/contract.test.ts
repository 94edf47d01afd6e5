import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, owner, type Server, type TestEvent } from '../support/show.ts'
import { createRowReader } from '../support/stored-rows.ts'

type Operation = { method: string; path: string; door: string | undefined; statuses: number[] }

describe('the contract of the OpenAPI document', () => {
  let server: Server
  let event: TestEvent
  let operations: Operation[]
  beforeAll(async () => {
    server = await openServer()
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

  it('opens no guarded operation to a wrong key, and changes nothing', async () => {
    const guarded = operations.filter(({ door }) => door !== undefined)
    expect(guarded.length).toBeGreaterThan(25)
    const { remoteKey } = (await server.call('POST', `${event.path}/links/remote`, {}, event.key)).body
    const keys: Record<string, string> = {
      owner,
      organiser: event.key,
      remote: remoteKey,
      judge: event.judgeKeys[0]!,
      team: event.teamKeys[0]!,
    }
    const readAllRows = createRowReader(server.db.sql)
    const before = await readAllRows()
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
    expect(await readAllRows()).toEqual(before)
  })

  it('answers an unknown address with a problem, and a page’s address with the page', async () => {
    expect((await server.call('GET', '/api/nothing')).body.type).toBe('/problems/no-such-page')
    expect((await server.call('GET', '/api/events/%00/stage')).body.type).toBe('/problems/no-such-page')
    expect((await server.call('GET', '/%00')).body.type).toBe('/problems/no-such-page')
    const open = (path: string, accept = 'text/html,*/*;q=0.8') =>
      server.fetch(new Request(`http://hall.test${path}`, { headers: { accept } }))
    for (const path of ['/ABC', '/e/x/judges', '/present/x/desk/more', '/%00']) {
      const missing = await open(path)
      expect([path, missing.status, missing.headers.get('content-type')]).toEqual([
        path,
        404,
        'text/html; charset=UTF-8',
      ])
      expect(await missing.text()).toContain('<h1>There is nothing at this address</h1>')
      expect((await open(path, 'application/json')).headers.get('content-type')).toBe('application/problem+json')
    }
    expect((await open('/api/nothing')).headers.get('content-type')).toBe('application/problem+json')
    for (const [path, leads] of [
      ['/e/x/organise/?a=1', '/e/x/organise?a=1'],
      ['//other.test/', '/other.test'],
    ] as const) {
      const slash = await open(path)
      expect([slash.status, slash.headers.get('location')]).toEqual([301, leads])
    }
    const page = await server.call('GET', `/e/${event.event.slug}/judge`)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
    expect(page.text).not.toMatch(/<style|\son\w+=|\sstyle=/)
    const script = await server.call('GET', page.text.match(/src="(\/assets\/[^"]+\.js)"/)![1]!)
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
  })
})
