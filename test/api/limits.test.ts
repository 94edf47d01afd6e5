import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLimit, makeLimits } from '../../api/http/rate-limit.ts'
import { makeEvent, openServer, owner, type Server } from '../support/show.ts'

describe('a limit', () => {
  it('allows a burst, then so many a second, and gives the time to wait', () => {
    let nowMs = 0
    const limit = makeLimit({ burst: 3, perSecond: 2 }, () => nowMs)
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1])
    expect(limit.take('b')).toBe(0)
    nowMs = 500
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1])
    nowMs = 60_000
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1])
  })

  it('forgets the name that was quiet longest, so that its memory is bounded', () => {
    const limit = makeLimit({ burst: 1, perSecond: 0.001 }, () => 0)
    limit.take('first')
    for (let n = 0; n < 20_000; n += 1) limit.take(`name ${n}`)
    expect([limit.take('name 19999') > 0, limit.take('first')]).toEqual([true, 0])
  })
})

describe('excessive requests', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
  })
  afterAll(() => server.close())

  const request = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    await answer.arrayBuffer()
    return answer
  }
  /** Limits that refill only when the test moves their clock: on a busy machine they would refill by themselves. */
  async function withStoppedClock(work: (wait: (seconds: number) => void) => Promise<void>) {
    const usual = server.context.limits
    let nowMs = 0
    server.context.limits = makeLimits(() => nowMs)
    try {
      await work((seconds) => {
        nowMs += seconds * 1000
      })
    } finally {
      server.context.limits = usual
    }
  }
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  const inTurns = async (count: number, call: (n: number) => Promise<Response>) => {
    const statuses: number[] = []
    for (let n = 0; n < count; n += 50)
      statuses.push(...(await Promise.all(Array.from({ length: 50 }, (_, i) => call(n + i)))).map((a) => a.status))
    return statuses
  }

  it('two hundred judges behind one address join and tap, and nobody has to wait', async () => {
    const event = await makeEvent(server, { judges: 0, entries: 1 })
    await event.cue('open-doors')
    await event.cue('next')
    const keys: string[] = []
    const joined = await inTurns(200, async (n) => {
      const answer = await server.call('POST', `${event.path}/join`, { name: `Judge ${n}` })
      keys.push(answer.body.judgeKey)
      return new Response(null, { status: answer.status })
    })
    expect(new Set(joined)).toEqual(new Set([201]))
    const scores = Object.fromEntries(event.event.criteria.map((c) => [c.id, 3]))
    const tap = (n: number) =>
      request(
        'PUT',
        `${event.path}/ballots/${event.entries[0]!.id}`,
        { scores, editedAt: new Date(Date.now() - 10_000 + n).toISOString() },
        bearer(keys[n % 200]!),
      )
    expect(new Set(await inTurns(1000, tap))).toEqual(new Set([200]))
  })

  it('a key that floods has to wait for a given time; another key at the same address does not', async () => {
    const event = await makeEvent(server, { judges: 2, entries: 1 })
    await event.cue('open-doors')
    await event.cue('next')
    const put = (judge: number) =>
      request(
        'PUT',
        `${event.path}/ballots/${event.entries[0]!.id}`,
        { scores: {}, editedAt: new Date().toISOString() },
        bearer(event.judgeKeys[judge]!),
      )
    await withStoppedClock(async (wait) => {
      for (let n = 0; n < 400; n += 1)
        server.context.limits.judge.take(`judge ${event.event.id} ${event.judges[0]!.id}`)
      const refused = await put(0)
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
      expect((await put(1)).status).toBe(200)
      wait(1)
      expect((await put(0)).status).toBe(200)
    })
    expect((await request('GET', `${event.path}/ballots`, undefined, bearer(event.judgeKeys[0]!))).status).toBe(200)
  })

  it('a flood of made-up judges ends, and the panel of another event stays open', async () => {
    const [flooded, other] = [await makeEvent(server, { judges: 0 }), await makeEvent(server, { judges: 0 })]
    const join = (path: string) => request('POST', `${path}/join`, { name: 'Nobody' })
    await withStoppedClock(async () => {
      for (let n = 0; n < 2000; n += 1) server.context.limits.join.take(flooded.event.id)
      expect((await join(flooded.path)).status).toBe(429)
      expect((await join(other.path)).status).toBe(201)
    })
    const insertMany = (status: string) => server.db.sql`
      insert into judges (id, event_id, name, role, organisation, status)
      select ${status} || n, ${other.event.id}, 'Nobody', '', '', ${status} from generate_series(1, 1000) n`
    await insertMany('waiting')
    expect((await join(other.path)).status).toBe(201)
    await insertMany('admitted')
    const full = await server.call('POST', `${other.path}/join`, { name: 'One more' })
    expect([full.status, full.body.type]).toEqual([409, '/problems/panel-full'])
  })

  it('judges who wait or were removed and never scored make room for new ones; judges who scored stay', async () => {
    const limited = await openServer()
    limited.context.eventLimits = { ...limited.context.eventLimits, panel: 3, judges: 6 }
    const event = await makeEvent(limited, { judges: 2, entries: 1, admission: 'desk' })
    await event.cue('open-doors')
    await event.cue('next')
    await event.score(0, 0, 3)
    await limited.call('POST', `${event.path}/judges/${event.judges[0]!.id}/remove`, {}, event.key)
    const join = async (n: number) => (await limited.call('POST', `${event.path}/join`, { name: `Waits ${n}` })).status
    const statuses: number[] = []
    for (let n = 0; n < 20; n += 1) statuses.push(await join(n))
    expect(new Set(statuses)).toEqual(new Set([201]))
    const { judges } = (await limited.call('GET', `${event.path}/judges`, undefined, event.key)).body
    const names = judges.map(({ name }: { name: string }) => name)
    expect(names).toHaveLength(6)
    expect(names).toEqual(expect.arrayContaining(['Judge 1', 'Judge 2', 'Waits 19']))
    const waiting = judges.filter(({ status }: { status: string }) => status === 'waiting')
    const admit = async (n: number) =>
      (await limited.call('POST', `${event.path}/judges/${waiting[n].id}/admit`, {}, event.key)).body
    await admit(0)
    await admit(1)
    expect((await admit(2)).type).toBe('/problems/panel-full')
    const add = await limited.call('POST', `${event.path}/judges`, { name: 'Listed' }, event.key)
    expect(add.body.type).toBe('/problems/panel-full')
    await limited.close()
  })

  it('an event takes no team beyond its limit, by hand or in a list, and its archive is imported again', async () => {
    const limited = await openServer()
    limited.context.eventLimits = { ...limited.context.eventLimits, entries: 3 }
    const event = await makeEvent(limited, { entries: 2, judges: 1 })
    const post = (path: string, body: unknown) => limited.call('POST', event.path + path, body, event.key)
    const team = (n: number) => ({ title: `More ${n}`, team: `More ${n}` })
    const list = { add: [team(1), team(2)], change: [] }
    expect((await post('/entries/many', list)).body.type).toBe('/problems/event-full')
    expect((await post('/entries', team(1))).status).toBe(201)
    expect((await post('/entries', team(2))).body.type).toBe('/problems/event-full')
    const archive = await limited.call('GET', `${event.path}/archive`, undefined, event.key)
    expect(archive.body.entries).toHaveLength(3)
    await limited.call('DELETE', event.path, { name: event.event.slug }, owner)
    expect((await limited.call('POST', '/api/archive', archive.body, owner)).status).toBe(201)
    await limited.close()
  })

  it('an address that floods has to wait, and judges at other addresses join', async () => {
    const event = await makeEvent(server, { judges: 0 })
    const join = (from: string, n: number) =>
      request('POST', `${event.path}/join`, { name: `Judge ${n}` }, { 'x-forwarded-for': from })
    const flood = await inTurns(350, (n) => join('203.0.113.9', n))
    expect(flood.filter((status) => status === 201).length).toBeGreaterThanOrEqual(250)
    expect(flood).toContain(429)
    expect((await join('203.0.113.10', 1)).status).toBe(201)
  })

  it('the desk removes with one press everyone who came since a moment and has not scored', async () => {
    const event = await makeEvent(server, { judges: 1, entries: 1 })
    await event.cue('open-doors')
    await event.cue('next')
    const joinAs = async (name: string) => (await server.call('POST', `${event.path}/join`, { name })).body
    const before = await joinAs('Before')
    await new Promise((resolve) => setTimeout(resolve, 20))
    const since = new Date().toISOString()
    const scored = await joinAs('Scored')
    const ballot = { scores: {}, editedAt: new Date(Date.now() - 1000).toISOString() }
    const path = `${event.path}/ballots/${event.entries[0]!.id}`
    expect((await server.call('PUT', path, ballot, scored.judgeKey)).status).toBe(200)
    const madeUp = [await joinAs('Made up 1'), await joinAs('Made up 2')]
    const removal = await server.call('POST', `${event.path}/judges/remove-recent`, { since }, event.key)
    expect([removal.status, removal.body]).toEqual([200, { removed: 2 }])
    const { judges } = (await server.call('GET', `${event.path}/judges`, undefined, event.key)).body
    const removed = judges.filter(({ status }: { status: string }) => status === 'removed')
    expect(removed.map(({ id }: { id: string }) => id).sort()).toEqual(madeUp.map(({ judge }) => judge.id).sort())
    await expect
      .poll(async () => (await server.call('PUT', path, ballot, madeUp[0].judgeKey)).body.type)
      .toBe('/problems/judge-removed')
    expect((await server.call('PUT', path, ballot, before.judgeKey)).status).toBe(200)
    const denied = await server.call('POST', `${event.path}/judges/remove-recent`, { since }, before.judgeKey)
    expect(denied.status).toBe(403)
  })

  it('codes cannot be guessed: after many tries even the right one has to wait', async () => {
    const event = await makeEvent(server)
    const code = (typed: string, from: string) =>
      request('GET', `/api/codes/${typed}`, undefined, { 'x-forwarded-for': from })
    expect((await code(event.event.code, '203.0.113.1')).status).toBe(200)
    const wrongCodeStatuses: number[] = []
    while (!wrongCodeStatuses.includes(429) && wrongCodeStatuses.length < 5000)
      wrongCodeStatuses.push(...(await inTurns(50, (n) => code(`ZZ${n}${n}`.slice(0, 5), '203.0.113.1'))))
    expect(wrongCodeStatuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(200)
    expect(wrongCodeStatuses).toContain(429)
    // Spends the request that is allowed every half second on a wrong code, so that none is left for the right one.
    const right = async () => {
      while ((await code('ZZZZZ', '203.0.113.1')).status !== 404);
      const answer = await code(event.event.code, '203.0.113.1')
      return [answer.status, answer.headers.get('retry-after')]
    }
    await expect.poll(right).toEqual([429, '1'])
    expect((await code(event.event.code, '203.0.113.2')).status).toBe(200)
    const scan = await request('GET', `/${event.event.code}`, undefined, { 'x-forwarded-for': '203.0.113.1' })
    expect(scan.headers.get('location')).toBe(`/e/${event.event.slug}`)
  })

  it('the metrics are for this machine and the owner, and name nobody', async () => {
    const event = await makeEvent(server, { judges: 1, name: 'Marker of an event' })
    await event.cue('open-doors')
    const here = await fetch(`${address}/metrics`)
    const text = await here.text()
    expect([here.status, here.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    for (const line of text.trim().split(/\n+/))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"\n]*",?)*\})? ([\d.e+-]+|Nan))$/)
    expect(text).toContain('demo_hour_database_up 1')
    expect(text).toMatch(
      /demo_hour_http_requests_total\{route="\/api\/events\/:slug\/cues",method="POST",status="200"\} \d/,
    )
    for (const secret of [event.event.slug, event.event.id, event.event.code, event.key, 'Marker'])
      expect(text).not.toContain(secret)
    const proxied = { 'x-forwarded-for': '203.0.113.9' }
    expect((await request('GET', '/metrics', undefined, proxied)).status).toBe(401)
    expect((await request('GET', '/metrics', undefined, { ...proxied, ...bearer(event.key) })).status).toBe(403)
    expect((await request('GET', '/metrics', undefined, { ...proxied, ...bearer(owner) })).status).toBe(200)
  })
})
