import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openFeed, openServer, type Server, showAll, type TestEvent } from '../../support/show.ts'

// Arrivals are written together, a quarter of a second late, and later on a loaded machine.
const patient = { timeout: 30_000 }

describe('the judges that are counted', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
  })
  afterAll(() => server.close())

  const stageOf = async (event: TestEvent) => (await server.call('GET', `${event.path}/stage`)).body.scoring
  const deskOf = async (event: TestEvent) =>
    (await server.call('GET', `${event.path}/desk`, undefined, event.key)).body.panel
  const change = (event: TestEvent, judge: number, action: string) =>
    server.call('POST', `${event.path}/judges/${event.judges[judge]!.id}/${action}`, undefined, event.key)

  it('leave out listed judges who have not come', async () => {
    const event = await makeEvent(server, { judges: 7 })
    await event.cue('open-doors')
    await event.cue('next')
    expect(await stageOf(event)).toMatchObject({ in: 0, of: 0 })
    await event.score(0, 0, 4)
    await event.score(1, 0, { problem: 3 })
    expect(await stageOf(event)).toMatchObject({ in: 1, of: 2 })
    expect((await deskOf(event)).map((judge: any) => judge.arrived)).toEqual([true, true, ...Array(5).fill(false)])
  })

  it('include everyone who joins, opens a personal link or listens to the feed, at once', async () => {
    const event = await makeEvent(server, { judges: 3 })
    await event.cue('open-doors')
    await server.call('POST', `${event.path}/join`, { name: 'Walks in' })
    expect((await stageOf(event)).of).toBe(1)
    await server.call('POST', '/api/session', { key: event.judgeKeys[0] })
    await expect.poll(async () => (await stageOf(event)).of, patient).toBe(2)
    await server.call('GET', `${event.path}/judges/me`, undefined, event.judgeKeys[1])
    await expect.poll(async () => (await stageOf(event)).of, patient).toBe(3)
    const phone = await openFeed(`${address}${event.path}/feed`, event.judgeKeys[2])
    await expect.poll(async () => (await stageOf(event)).of, patient).toBe(4)
    await phone.close()
    expect((await stageOf(event)).of).toBe(4)
  })

  it('leave out everyone who is away, waits or was removed', async () => {
    const event = await makeEvent(server, { admission: 'desk', judges: 3 })
    await showAll(event)
    for (const judge of [0, 1, 2]) await event.score(judge, 2, 3)
    await server.call('POST', `${event.path}/join`, { name: 'Waits' })
    expect(await stageOf(event)).toMatchObject({ in: 3, of: 3 })
    await change(event, 0, 'away')
    await change(event, 1, 'remove')
    expect(await stageOf(event)).toMatchObject({ in: 1, of: 1 })
    await change(event, 0, 'back')
    expect(await stageOf(event)).toMatchObject({ in: 2, of: 2 })
  })

  it('show the desk who scored the team before and not this one', async () => {
    const event = await makeEvent(server, { judges: 3 })
    await event.cue('open-doors')
    await event.cue('next')
    await event.score(0, 0, 4)
    await event.score(1, 0, 4)
    await event.cue('next')
    await event.score(1, 1, 4)
    const panel = await deskOf(event)
    expect(panel.map((judge: any) => [judge.inBefore, judge.in])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ])
  })

  it('are the only ones whom the review asks for a missing ballot', async () => {
    const event = await makeEvent(server, { entries: 2, judges: 3 })
    await showAll(event)
    await event.score(0, 0, 4)
    await event.score(0, 1, 4)
    await event.score(1, 0, 3)
    await event.cue('close-scoring')
    const { body } = await server.call('GET', `${event.path}/review`, undefined, event.key)
    expect(body.missing).toEqual([{ entryId: event.entries[1]!.id, judgeIds: [event.judges[1]!.id] }])
  })
})
