import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, owner, type Server, type TestEvent } from '../../support/show.ts'

describe('a second laptop', () => {
  let server: Server
  let event: TestEvent
  beforeAll(async () => {
    server = await openServer()
    event = await makeEvent(server)
  })
  afterAll(() => server.close())

  const issue = async () => (await server.call('POST', `${event.path}/desk-codes`, {}, event.key)).body.code as string
  const exchange = (code: string, path = event.path) => server.call('POST', `${path}/desk-session`, { code })
  const cookieOf = (headers: Headers) => headers.getSetCookie()[0]!.split(';')[0]!
  const withCookie = (cookie: string, path: string) =>
    server.fetch(new Request(`http://hall.test${path}`, { headers: { cookie } }))

  it('runs the show and reads the desk with the owner’s key', async () => {
    expect((await server.call('GET', `${event.path}/desk`, undefined, owner)).status).toBe(200)
    expect((await server.call('POST', `${event.path}/cues`, { cue: 'open-doors' }, owner)).status).toBe(200)
    expect((await server.call('POST', `${event.path}/judges`, { name: 'Late Judge' }, owner)).status).toBe(201)
  })

  it('opens with the owner’s cookie in a fresh browser', async () => {
    const session = await server.call('POST', '/api/session', { key: owner })
    expect((await withCookie(cookieOf(session.headers), `${event.path}/desk`)).status).toBe(200)
  })

  it('opens with a code that a desk shows, however it is typed, and once only', async () => {
    const code = await issue()
    const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `
    const first = await exchange(typed)
    expect(first).toMatchObject({ status: 200, body: { role: 'organiser', eventSlug: event.event.slug } })
    expect((await withCookie(cookieOf(first.headers), `${event.path}/desk`)).status).toBe(200)
    expect((await exchange(typed)).body.type).toBe('/problems/desk-code-unknown')
  })

  it('does not open with an earlier code, a code of another event, or one that has expired', async () => {
    const earlier = await issue()
    const code = await issue()
    const other = await makeEvent(server)
    for (const answer of [await exchange(earlier), await exchange(code, other.path), await exchange('AAAAAAAA')])
      expect(answer).toMatchObject({ status: 403, body: { type: '/problems/desk-code-unknown' } })
    await server.db
      .sql`update desk_codes set expires_at = now() - interval '1 second' where event_id = ${event.event.id}`
    expect((await exchange(code)).body.type).toBe('/problems/desk-code-unknown')
  })

  it('gives no code to a judge or a team', async () => {
    for (const key of [event.judgeKeys[0], event.teamKeys[0], undefined])
      expect((await server.call('POST', `${event.path}/desk-codes`, {}, key)).status).not.toBe(201)
  })

  it('limits guesses of the code', async () => {
    const guessed = await makeEvent(server)
    const answers = []
    for (let n = 0; n < 40; n += 1) answers.push((await exchange('ABCDEFGH', guessed.path)).status)
    expect(answers).toContain(429)
  })
})
