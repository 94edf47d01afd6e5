import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shuffle } from '../../api/rules/show/draw.ts'
import type { Entry } from '../../api/schema/entry.ts'
import { makeEvent, openServer, type Server, showAll } from '../support/show.ts'

describe('warm-ups and the draw', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const problemOf = async (answer: ReturnType<Server['call']>) => {
    const { status, body } = (await answer) as { status: number; body: { type?: string } }
    return [status, body.type?.replace('/problems/', '')]
  }
  const ids = (entries: Entry[]) => entries.map((entry) => entry.id)

  it('put warm-ups first in a draw, whose seed is public and repeats it', async () => {
    const event = await makeEvent(server, { entries: 6 })
    const draw = (body: object, key = event.key) => server.call('POST', `${event.path}/running-order/draw`, body, key)
    await server.call('PATCH', `${event.path}/entries/${event.entries[4]!.id}`, { warmUp: true }, event.key)
    const scored = ids(event.entries.filter((_, n) => n !== 4))
    const { body } = await draw({ seed: 48_213 })
    expect(ids(body.entries)).toEqual([event.entries[4]!.id, ...shuffle(scored, 48_213)])
    const { draw: told } = (await server.call('GET', event.path)).body.event
    expect(told).toMatchObject({ seed: 48_213, times: 1, entryIds: shuffle(scored, 48_213) })
    const again = (await draw({})).body
    expect(ids(again.entries).slice(1)).toEqual(shuffle(scored, again.draw.seed))
    expect(again.draw.times).toBe(2)
    const { history } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    expect(history.filter((line: any) => line.what === 'draw-order').map((line: any) => line.detail)).toEqual([
      { seed: 48_213, times: 1 },
      { seed: again.draw.seed, times: 2 },
    ])
    for (const key of [event.teamKeys[0]!, event.judgeKeys[0]!]) expect((await draw({}, key)).status).toBe(403)
    for (const seed of [-1, 1.5, 1_000_000, '7']) expect(await problemOf(draw({ seed }))).toEqual([422, 'invalid'])
    await event.cue('open-doors')
    await event.cue('next')
    expect(await problemOf(draw({}))).toEqual([409, 'too-late-to-change'])
    const lonely = await makeEvent(server, { entries: 1 })
    const lonelyDraw = server.call('POST', `${lonely.path}/running-order/draw`, {}, lonely.key)
    expect(await problemOf(lonelyDraw)).toEqual([409, 'nothing-to-draw'])
  })

  it('leave a warm-up without ballots, without missing judges and out of every result', async () => {
    const event = await makeEvent(server, { entries: 3, judges: 2 })
    const path = `${event.path}/entries/${event.entries[0]!.id}`
    expect((await server.call('PATCH', path, { warmUp: true }, event.teamKeys[0])).status).toBe(403)
    expect((await server.call('PATCH', path, { warmUp: true }, event.key)).body.entry.warmUp).toBe(true)
    await event.cue('open-doors')
    const onStage = (await event.cue('next')).body
    expect(onStage).toMatchObject({ scoring: { open: false, in: 0, of: 0 }, slots: 2, onStage: { warmUp: true } })
    expect(await problemOf(event.score(0, 0, 5))).toEqual([409, 'warm-up'])
    // A team that was on stage stays a warm-up: the room saw that it is not scored.
    expect(await problemOf(server.call('PATCH', path, { warmUp: false }, event.key))).toEqual([
      409,
      'too-late-to-change',
    ])
    await event.cue('next')
    await event.cue('next')
    for (const entry of [1, 2])
      for (const judge of [0, 1]) expect((await event.score(judge, entry, 3 + entry)).status).toBe(200)
    await event.cue('close-scoring')
    const { body: review } = await server.call('GET', `${event.path}/review`, undefined, event.key)
    expect(review.missing).toEqual([])
    const { body: result } = await server.call('GET', `${event.path}/results`, undefined, event.key)
    expect(result.standings.map((standing: any) => standing.entryId).sort()).toEqual(ids(event.entries.slice(1)).sort())
    const csv = (await server.call('GET', `${event.path}/results.csv`, undefined, event.key)).text
    expect(csv).not.toContain('Team 1')
    await event.cue('start-reveal')
    const steps = []
    for (let shown = await event.cue('reveal-next'); shown.status === 200; shown = await event.cue('reveal-next'))
      steps.push(shown.text)
    expect(steps.join()).not.toContain(event.entries[0]!.id)
  })

  it('refuse a warm-up that already has ballots', async () => {
    const event = await makeEvent(server, { entries: 2 })
    await showAll(event)
    await event.score(0, 0, 4)
    const answer = server.call('PATCH', `${event.path}/entries/${event.entries[0]!.id}`, { warmUp: true }, event.key)
    expect(await problemOf(answer)).toEqual([409, 'too-late-to-change'])
    await event.cue('close-scoring')
    const { body } = await server.call('GET', `${event.path}/results`, undefined, event.key)
    expect(body.standings).toHaveLength(2)
  })

  it('are archived and imported; an earlier archive has none', async () => {
    const event = await makeEvent(server, { entries: 3 })
    await server.call('PATCH', `${event.path}/entries/${event.entries[0]!.id}`, { warmUp: true }, event.key)
    await server.call('POST', `${event.path}/running-order/draw`, { seed: 5 }, event.key)
    const archive = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body
    expect([archive.event.draw.seed, archive.entries.map((entry: any) => entry.warmUp)]).toEqual([
      5,
      [true, false, false],
    ])
  })
})
