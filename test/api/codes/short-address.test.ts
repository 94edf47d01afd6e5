import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, type Server, showAll, type TestEvent } from '../../support/show.ts'

describe('the short address of an entry', () => {
  let server: Server
  let event: TestEvent
  let other: TestEvent
  let address: string
  beforeAll(async () => {
    server = await openServer()
    event = await makeEvent(server, { entries: 3, judges: 2 })
    other = await makeEvent(server, { entries: 3 })
    address = await server.listen()
  })
  afterAll(() => server.close())

  const lookUp = (code: string) => server.call('GET', `/api/codes/${encodeURIComponent(code)}`)
  const codeOf = ({ event, entries }: TestEvent, n: number) => event.code + entries[n]!.code
  async function scan(code: string, cookie?: string) {
    const answer = await fetch(`${address}/${code}`, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    return answer.headers.get('location') ?? answer.status
  }
  /** The cookies of a browser that has opened these links. */
  async function cookiesOf(...keys: string[]): Promise<string> {
    const pairs: string[] = []
    for (const key of keys) {
      const body = JSON.stringify({ key })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${address}/api/session`, { method: 'POST', body, headers })
      // A browser sends what is set for /api to no other address.
      const sent = answer.headers.getSetCookie().filter((cookie) => /; Path=\/(;|$)/i.test(cookie))
      pairs.push(...sent.map((cookie) => cookie.split(';')[0]!))
    }
    return pairs.join('; ')
  }
  const entryPage = (n: number) => `/e/${event.event.slug}/entry/${event.entries[n]!.id}`

  it('finds the entry in any case, with spaces and hyphens', async () => {
    const code = codeOf(event, 1)
    const found = { eventSlug: event.event.slug, entryId: event.entries[1]!.id }
    const ways = [code, code.toLowerCase(), `${code.slice(0, 3)} ${code.slice(3, 5)}-${code.slice(5)}`, ` ${code} `]
    for (const typed of ways) {
      expect((await lookUp(typed)).body).toEqual(found)
      expect(await scan(encodeURIComponent(typed.trim()))).toBe(entryPage(1))
    }
    expect((await lookUp(event.event.code)).body).toEqual({ eventSlug: event.event.slug })
    expect(await scan(event.event.code)).toBe(`/e/${event.event.slug}`)
  })

  it('opens the ballot for a judge’s browser, the team’s own page for the team, and the entry’s page for others', async () => {
    const { slug } = event.event
    const judge = await cookiesOf(event.judgeKeys[0]!)
    const team = await cookiesOf(event.teamKeys[1]!)
    expect(await scan(codeOf(event, 1), judge)).toBe(`/e/${slug}/judge#entry=${event.entries[1]!.id}`)
    expect(await scan(codeOf(event, 1), team)).toBe(`/e/${slug}/team`)
    expect(await scan(codeOf(event, 2), team)).toBe(entryPage(2))
    // A judge's phone that is a team's as well: the team's own code opens no ballot.
    const both = await cookiesOf(event.judgeKeys[0]!, event.teamKeys[1]!)
    expect(await scan(codeOf(event, 1), both)).toBe(`/e/${slug}/team`)
    expect(await scan(codeOf(event, 2), both)).toBe(`/e/${slug}/judge#entry=${event.entries[2]!.id}`)
    const judgeOfOther = await cookiesOf(other.judgeKeys[0]!)
    expect(await scan(codeOf(event, 1), judgeOfOther)).toBe(entryPage(1))
    const joined = await fetch(`${address}${event.path}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Joins by the code' }),
    })
    const fromJoin = joined.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    expect(await scan(codeOf(event, 0), fromJoin.join('; '))).toBe(`/e/${slug}/judge#entry=${event.entries[0]!.id}`)
  })

  it('holds no key: what sends a browser to its page opens nothing', async () => {
    const pages = await cookiesOf(event.judgeKeys[0]!, event.teamKeys[1]!)
    expect(pages).toContain('page-judge-')
    for (const key of [event.judgeKeys[0]!, event.teamKeys[1]!]) expect(pages).not.toContain(key)
    for (const path of ['/judges/me', '/ballots', '/entries/mine'])
      expect((await fetch(`${address}${event.path}${path}`, { headers: { cookie: pages } })).status).toBe(401)
    const doors = await fetch(`${address}/api/session`, { headers: { cookie: pages } })
    expect(await doors.json()).toEqual({ doors: [] })
  })

  it('leads nowhere with another event’s characters, with those of a removed entry, or with wrong ones', async () => {
    const removed = await makeEvent(server, { entries: 3 })
    const code = codeOf(removed, 0)
    expect((await lookUp(code)).status).toBe(200)
    await server.call('DELETE', `${removed.path}/entries/${removed.entries[0]!.id}`, undefined, removed.key)
    const codes = event.entries.map((entry) => entry.code)
    const foreign = other.entries.map((entry) => entry.code).find((own) => !codes.includes(own))
    for (const [typed, problem] of [
      [code, 'no-such-entry'],
      [event.event.code + foreign, 'no-such-entry'],
      [`ZZZZZ${codes[0]}`, 'no-such-event'],
      [codes[0]!, 'no-such-event'],
      [`${event.event.code}${codes[0]}${codes[1]}`, 'no-such-event'],
      [`${event.event.code}'--`, undefined],
    ] as const) {
      const answer = await lookUp(typed)
      if (problem === undefined) expect(answer.status).toBe(200)
      else expect([answer.status, answer.body.type]).toEqual([404, `/problems/${problem}`])
    }
    expect(await scan(code)).toBe(`/#${code}`)
    expect(await scan('not-a-code')).toBe(404)
  })

  it('tells nothing that the line-up does not', async () => {
    const { body } = await lookUp(codeOf(event, 1))
    const lineUp = (await server.call('GET', `${event.path}/line-up`)).body
    expect(Object.keys(body).sort()).toEqual(['entryId', 'eventSlug'])
    expect(lineUp.entries.map(({ id }: { id: string }) => id)).toContain(body.entryId)
  })

  it('gives a team that scans its own code no score: its key is not a judge’s', async () => {
    const played = await makeEvent(server, { entries: 2, judges: 1 })
    await showAll(played)
    const scores = Object.fromEntries(played.event.criteria.map(({ id, max }) => [id, max]))
    const ballot = { scores, editedAt: new Date().toISOString() }
    const put = (key: string) => server.call('PUT', `${played.path}/ballots/${played.entries[0]!.id}`, ballot, key)
    expect((await put(played.teamKeys[0]!)).body.type).toBe('/problems/wrong-door')
    expect((await put(played.judgeKeys[0]!)).status).toBe(200)
  })

  it('opens the rehearsal’s entry, and nothing once the rehearsal is wiped', async () => {
    const rehearsed = await makeEvent(server, { entries: 2, judges: 1 })
    const started = await server.call('POST', `${rehearsed.path}/rehearsal`, { judges: 6, byHand: true }, rehearsed.key)
    expect(started.status).toBe(201)
    const { slug } = started.body.rehearsal
    const path = `/api/events/${slug}`
    const { code } = (await server.call('GET', path)).body.event
    const [entry] = (await server.call('GET', `${path}/line-up`)).body.entries
    expect((await lookUp(code + entry.code)).body).toEqual({ eventSlug: slug, entryId: entry.id })
    expect((await lookUp(codeOf(rehearsed, 0))).body.eventSlug).toBe(rehearsed.event.slug)
    await server.call('DELETE', `${rehearsed.path}/rehearsal`, undefined, rehearsed.key)
    expect((await lookUp(code + entry.code)).status).toBe(404)
  })
})
