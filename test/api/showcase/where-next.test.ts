import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOf, whereNext } from '../../../api/rules/show/where-next.ts'
import { makeEvent, openServer, type Server, type TestEvent } from '../../support/show.ts'

describe('where next', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const next = (event: TestEvent, judge: number, body: object = {}) =>
    server.call('POST', `${event.path}/ballots/where-next`, body, event.judgeKeys[judge])
  const sentTo = async (event: TestEvent, judge: number, body: object = {}): Promise<number> => {
    const { entryId } = (await next(event, judge, body)).body
    return event.entries.findIndex((entry) => entry.id === entryId)
  }
  async function openShowcase(size: { entries: number; judges: number }) {
    const event = await makeEvent(server, { scoring: 'any-order', ...size })
    await event.cue('open-doors')
    await event.cue('open-showcase')
    return event
  }
  const judges = [0, 1, 2, 3]

  it('is nowhere before the showcase and after the close', async () => {
    const event = await makeEvent(server, { scoring: 'any-order' })
    expect((await next(event, 0)).body).toEqual({ entryId: null })
    await event.cue('open-doors')
    expect((await next(event, 0)).body).toEqual({ entryId: null })
    await event.cue('open-showcase')
    expect((await next(event, 0)).body.entryId).not.toBeNull()
    await event.cue('close-scoring')
    expect((await next(event, 0)).body).toEqual({ entryId: null })
  })

  it('begins at another table for each judge, also when all ask at once, and stays the same until it is finished', async () => {
    const event = await openShowcase({ entries: 4, judges: 4 })
    const first = await Promise.all(judges.map((judge) => sentTo(event, judge)))
    expect([...first].sort()).toEqual([0, 1, 2, 3])
    expect(await Promise.all(judges.map((judge) => sentTo(event, judge)))).toEqual(first)
  })

  it('does not send all who ask at once to one table, though each alone would be sent there', async () => {
    const event = await openShowcase({ entries: 2, judges: 12 })
    const visits = event.entries.map(({ id }) => ({ entryId: id, finished: 0, onTheWay: 0 }))
    const beginFirst = [...event.judges.keys()].filter(
      (n) => whereNext({ visits, atId: undefined, start: startOf(n), exceptIds: new Set() }) === event.entries[0]!.id,
    )
    expect(beginFirst.length).toBeGreaterThan(3)
    const sent = await Promise.all(beginFirst.map((judge) => sentTo(event, judge)))
    const toFirst = sent.filter((entry) => entry === 0).length
    expect(Math.abs(2 * toFirst - sent.length)).toBeLessThan(2)
  })

  it('stays the same while others go there', async () => {
    const event = await openShowcase({ entries: 3, judges: 4 })
    const first = await sentTo(event, 0)
    for (const judge of [1, 2, 3]) await event.score(judge, first, 3)
    expect(await sentTo(event, 0)).toBe(first)
  })

  it('is the least visited, never one that is finished, recused from or passed over', async () => {
    const event = await openShowcase({ entries: 4, judges: 4 })
    for (const judge of [1, 2, 3]) for (const entry of [0, 1, 2]) await event.score(judge, entry, 3)
    expect(await sentTo(event, 0)).toBe(3)
    await event.score(0, 3, {}, { recused: true })
    const other = await sentTo(event, 0)
    expect(other).not.toBe(3)
    expect(await sentTo(event, 0, { passedOver: event.entries[other]!.id })).not.toBe(other)
    for (const entry of [0, 1]) await event.score(0, entry, 4)
    expect(await sentTo(event, 0)).toBe(2)
    expect(await sentTo(event, 0, { passedOver: event.entries[2]!.id }), 'the last one left').toBe(2)
    await event.score(0, 2, 4)
    expect((await next(event, 0)).body).toEqual({ entryId: null })
  })

  it('spreads judges who follow it so evenly that no team is left behind', async () => {
    const event = await openShowcase({ entries: 6, judges: 4 })
    const visits = Array<number>(6).fill(0)
    for (let round = 0; round < 3; round += 1)
      for (const judge of judges) {
        const entry = await sentTo(event, judge)
        visits[entry]! += 1
        await event.score(judge, entry, 3)
      }
    expect(visits).toEqual([2, 2, 2, 2, 2, 2])
  })

  it('tells a judge one team and no count, and a waiting or removed judge nothing', async () => {
    const event = await openShowcase({ entries: 2, judges: 2 })
    expect(Object.keys((await next(event, 0)).body)).toEqual(['entryId'])
    await server.call('POST', `${event.path}/judges/${event.judges[1]!.id}/remove`, {}, event.key)
    expect((await next(event, 1)).body.type).toBe('/problems/judge-removed')
    expect((await server.call('POST', `${event.path}/ballots/where-next`, {})).status).toBe(401)
  })

  it('is shown to the desk as visits by team until scoring closes, and to nobody else', async () => {
    const event = await openShowcase({ entries: 3, judges: 2 })
    await event.score(0, 0, 3)
    const going = await sentTo(event, 1)
    const desk = async () => (await server.call('GET', `${event.path}/desk`, undefined, event.key)).body.visits
    const visits = await desk()
    expect(visits.map((visit: { finished: number }) => visit.finished)).toEqual([1, 0, 0])
    expect(visits[going]).toMatchObject({ onTheWay: 1 })
    await event.score(1, 0, 3)
    await sentTo(event, 1)
    expect((await desk()).reduce((sum: number, visit: { onTheWay: number }) => sum + visit.onTheWay, 0)).toBe(1)
    const { text } = await server.call('GET', `${event.path}/stage`)
    expect(text).not.toContain('visits')
    await event.cue('close-showcase')
    expect((await desk()).map((visit: { finished: number }) => visit.finished)).toEqual([2, 0, 0])
    await event.cue('close-scoring')
    expect(await desk()).toEqual([])
  })
})
