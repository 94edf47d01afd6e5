import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openFeed, openServer, type Server, showAll } from '../../support/show.ts'

describe('teams that edit their own entries', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  it('cost no judge a ballot while scoring is open, and make no press of the desk stale', async () => {
    const event = await makeEvent(server, { entries: 3, judges: 4 })
    await showAll(event)
    let scoring = true
    const editing = event.teamKeys.map(async (key, team) => {
      const statuses: number[] = []
      for (let n = 0; scoring; n += 1) {
        const path = `${event.path}/entries/${event.entries[team]!.id}`
        statuses.push((await server.call('PATCH', path, { title: `Title ${n}` }, key)).status)
        // Another test covers the limit; here only the server limits the edits.
        server.context.limits.team.refill()
      }
      return statuses
    })
    const answers = []
    for (let round = 0; round < 6; round += 1)
      answers.push(
        ...(await Promise.all(
          event.judges.flatMap((_, judge) =>
            event.entries.map((_, entry) => event.score(judge, entry, 1 + (round % 5))),
          ),
        )),
      )
    const { version } = (await server.call('GET', `${event.path}/stage`)).body
    const press = await event.cue('message', { text: 'Two minutes', ifVersion: version })
    scoring = false
    const edits = (await Promise.all(editing)).flat()
    expect(edits.length).toBeGreaterThan(20)
    expect(new Set(edits)).toEqual(new Set([200]))
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual(answers.map(() => [200, undefined]))
    expect([press.status, press.body.message]).toEqual([200, 'Two minutes'])
  })

  it('have a small limit of their own', async () => {
    const event = await makeEvent(server, { entries: 2 })
    const edit = (team: number, n: number) =>
      server.call(
        'PATCH',
        `${event.path}/entries/${event.entries[team]!.id}`,
        { title: `T ${n}` },
        event.teamKeys[team],
      )
    const answers = []
    for (let n = 0; n < 100; n += 1) answers.push(await edit(0, n))
    const waits = answers.filter(({ status }) => status === 429)
    expect(waits.length).toBeGreaterThan(20)
    expect(Number(waits[0]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await edit(1, 1)).status).toBe(200)
  })

  it('reach the screens in a few updates, the last of them with the newest title', async () => {
    const event = await makeEvent(server, { entries: 3 })
    await showAll(event)
    const screen = await openFeed(`${await server.listen()}${event.path}/feed`)
    await screen.until(({ name }) => name === 'stage')
    const path = `${event.path}/entries/${event.entries[2]!.id}`
    for (let n = 0; n < 19; n += 1) await server.call('PATCH', path, { title: `Version ${n}` }, event.teamKeys[2])
    await screen.until(({ data }) => data.onStage?.title === 'Version 18')
    expect(screen.updates.length).toBeLessThan(8)
    await screen.close()
  })

  it('have a ballot sent again that was checked against changing entries, without a false answer', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await showAll(event)
    const { add } = server.context.ballotBatch
    server.context.ballotBatch.add = async () => null
    const answer = await event.score(0, 0, 3)
    server.context.ballotBatch.add = add
    expect([answer.status, answer.body.type, answer.headers.get('retry-after')]).toEqual([503, '/problems/busy', '1'])
  })
})
