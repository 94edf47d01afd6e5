import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, type Server, showAll, type TestEvent } from '../support/show.ts'

describe('a further key for another phone of a judge', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const make = (event: TestEvent, key: string | undefined) =>
    server.call('POST', `${event.path}/judges/me/key`, undefined, key)
  const ballotsOf = async (event: TestEvent, key: string) =>
    (await server.call('GET', `${event.path}/ballots`, undefined, key)).body.ballots
  const score = (event: TestEvent, key: string, problem: number, editedAt = new Date().toISOString()) =>
    server.call('PUT', `${event.path}/ballots/${event.entries[0]!.id}`, { scores: { problem }, editedAt }, key)

  it('opens the same ballots, and the first goes on working', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    await event.score(0, 0, 4)
    const { status, body } = await make(event, event.judgeKeys[0])
    expect(status).toBe(201)
    expect(body.judgeKey).toMatch(/^[\w-]{22}$/)
    expect(await ballotsOf(event, body.judgeKey)).toEqual(await ballotsOf(event, event.judgeKeys[0]!))
    expect(await ballotsOf(event, body.judgeKey)).toHaveLength(1)
    const me = await server.call('GET', `${event.path}/judges/me`, undefined, body.judgeKey)
    expect(me.body.judge).toEqual({ ...event.judges[0], arrived: true })
    expect(await ballotsOf(event, event.judgeKeys[1]!)).toEqual([])
  })

  it('creates no second judge and no second ballot: of two phones that tap at once the newest tap stays', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const phones = [event.judgeKeys[0]!, (await make(event, event.judgeKeys[0])).body.judgeKey]
    const begun = Date.now() - 60_000
    const taps = [5, 1, 4, 2, 3, 5, 2, 4]
    const answers = await Promise.all(
      taps.map((mark, n) => score(event, phones[n % 2]!, mark, new Date(begun + n * 1000).toISOString())),
    )
    for (const answer of answers) expect(answer.status).toBe(200)
    for (const phone of phones) {
      const phoneBallots = await ballotsOf(event, phone)
      expect(phoneBallots).toHaveLength(1)
      expect(phoneBallots[0].scores.problem).toBe(taps.at(-1))
    }
    const { judges } = (await server.call('GET', `${event.path}/judges`, undefined, event.key)).body
    expect(judges).toHaveLength(event.judges.length)
  })

  it('is issued to no one but the judge', async () => {
    const event = await makeEvent(server)
    const elsewhere = await makeEvent(server)
    await showAll(event)
    await event.score(0, 0, 4)
    expect((await make(event, undefined)).body.type).toBe('/problems/key-needed')
    for (const key of [event.key, event.teamKeys[0], elsewhere.judgeKeys[0]])
      expect((await make(event, key)).body.type).toBe('/problems/wrong-door')
    const asJudge = await server.call(
      'POST',
      `${event.path}/judges/${event.judges[0]!.id}/key`,
      undefined,
      event.judgeKeys[1],
    )
    expect(asJudge.status).toBe(403)
    const { judgeKey } = (await make(event, event.judgeKeys[1])).body
    expect(await ballotsOf(event, judgeKey)).toEqual([])
  })

  it('is not issued to a waiting or removed judge, nor for a revoked key', async () => {
    const event = await makeEvent(server, { admission: 'desk', judges: 2 })
    await event.cue('open-doors')
    const waiting = (await server.call('POST', `${event.path}/join`, { name: 'Waits' })).body.judgeKey
    expect((await make(event, waiting)).body.type).toBe('/problems/not-admitted')

    const own = event.judgeKeys[0]!
    const further = (await make(event, own)).body.judgeKey
    await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/remove`, undefined, event.key)
    for (const key of [own, further]) expect((await make(event, key)).body.type).toBe('/problems/judge-removed')

    const lost = event.judgeKeys[1]!
    const lostToo = (await make(event, lost)).body.judgeKey
    await server.call('POST', `${event.path}/judges/${event.judges[1]!.id}/key`, undefined, event.key)
    for (const key of [lost, lostToo]) expect((await make(event, key)).body.type).toBe('/problems/key-unknown')
  })

  it('does not outlive a key that is revoked at the same moment', async () => {
    const event = await makeEvent(server, { judges: 1 })
    const newLink = `${event.path}/judges/${event.judges[0]!.id}/key`
    let key = event.judgeKeys[0]!
    for (let round = 0; round < 8; round += 1) {
      const creations = [1, 2, 3].map(() => make(event, key))
      const newLinkAnswer = server.call('POST', newLink, undefined, event.key)
      creations.push(make(event, key), make(event, key))
      const further = (await Promise.all(creations)).flatMap(({ body }) => body.judgeKey ?? [])
      const standing = (await newLinkAnswer).body.judgeKey as string
      for (const other of [key, ...further])
        await expect
          .poll(async () => (await server.call('GET', `${event.path}/judges/me`, undefined, other)).status)
          .toBe(401)
      key = standing
    }
  })

  it('is issued at most twenty times, however many requests arrive at once', async () => {
    const event = await makeEvent(server, { judges: 1 })
    const answers = await Promise.all(Array.from({ length: 30 }, () => make(event, event.judgeKeys[0])))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(19)
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.type)
    expect([...new Set(refused)]).toEqual(['/problems/too-many-phones'])
  })
})
