import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../../api/schema/entry.ts'
import { makeEvent, openServer, owner, type Server, type TestEvent } from '../../support/show.ts'

describe('a showcase', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const send = (event: TestEvent, method: string, path: string, body?: object, key = event.key) =>
    server.call(method, `${event.path}${path}`, body, key)
  const openIds = async (event: TestEvent) => {
    const { entries } = (await send(event, 'GET', '/line-up')).body as { entries: Entry[] }
    return entries.filter((entry) => entry.open).map((entry) => entry.id)
  }
  async function openShowcase(settings: object = {}) {
    const event = await makeEvent(server, { scoring: 'any-order', entries: 4, ...settings })
    await event.cue('open-doors')
    expect((await event.cue('open-showcase')).status).toBe(200)
    return event
  }

  it('in any order opens every entry for ballots until scoring closes, and its end closes none', async () => {
    const event = await makeEvent(server, { scoring: 'any-order', entries: 3 })
    await event.cue('open-doors')
    expect((await event.score(0, 2, 3)).body.type).toBe('/problems/not-yet-shown')
    const { body: stage } = await event.cue('open-showcase', { untilAt: '2026-06-20T16:00:00Z' })
    expect(stage).toMatchObject({ scene: 'showcase', showcase: { untilAt: '2026-06-20T16:00:00Z' }, onStage: null })
    expect((await event.score(0, 2, 3)).status).toBe(200)
    const { body: ended } = await event.cue('close-showcase')
    expect(ended).toMatchObject({ scene: 'welcome', showcase: null })
    expect((await event.score(1, 1, 4)).status).toBe(200)
    await event.cue('close-scoring')
    expect((await event.score(1, 0, 4)).body.type).toBe('/problems/scoring-closed')
  })

  it('of teams that are scored on stage opens none', async () => {
    const event = await openShowcase({ scoring: 'on-stage' })
    expect(await openIds(event)).toEqual([])
    expect((await event.score(0, 0, 3)).body.type).toBe('/problems/not-yet-shown')
  })

  it('opens no warm-up and no skipped team, and opens late ones as they come', async () => {
    const event = await makeEvent(server, { scoring: 'any-order', entries: 3 })
    const [first, skipped, warmUp] = event.entries.map((entry) => entry.id)
    await send(event, 'PATCH', `/entries/${skipped}`, { skipped: true })
    await send(event, 'PATCH', `/entries/${warmUp}`, { warmUp: true })
    await event.cue('open-doors')
    await event.cue('open-showcase')
    expect(await openIds(event)).toEqual([first])
    expect((await event.score(0, 1, 3)).body.type).toBe('/problems/not-yet-shown')
    expect((await event.score(0, 2, 3)).body.type).toBe('/problems/warm-up')

    const { entry: late } = (await send(event, 'POST', '/entries', { title: 'Late', team: 'Late' })).body
    expect(late.open).toBe(true)
    const many = await send(event, 'POST', '/entries/many', { add: [{ title: 'Later', team: 'Later' }], change: [] })
    expect(many.body.added[0].entry.open).toBe(true)
    expect((await send(event, 'PATCH', `/entries/${skipped}`, { skipped: false })).body.entry.open).toBe(true)
    expect(await openIds(event)).toHaveLength(4)
    expect((await event.score(0, 1, 3)).status).toBe(200)
  })

  it('keeps an open team open when it is skipped later, so that no ballot is lost', async () => {
    const event = await openShowcase()
    await event.score(0, 1, 3)
    await send(event, 'PATCH', `/entries/${event.entries[1]!.id}`, { skipped: true })
    expect((await event.score(0, 1, 4)).status).toBe(200)
    const { warmUp } = { warmUp: true }
    const refused = await send(event, 'PATCH', `/entries/${event.entries[0]!.id}`, { warmUp })
    expect(refused.body.type).toBe('/problems/too-late-to-change')
  })

  it('empties the stage, and a stage show follows with the ballots kept and open to change', async () => {
    const event = await openShowcase()
    await event.score(0, 0, 2)
    const { body: called } = await event.cue('next')
    expect(called).toMatchObject({ scene: 'on-stage', showcase: null, scoring: { in: 1 } })
    expect((await event.score(0, 0, 5)).status).toBe(200)
    const { body: again } = await event.cue('open-showcase')
    expect(again).toMatchObject({ scene: 'showcase', onStage: null })
    await event.cue('close-scoring')
    const { standings } = (await send(event, 'GET', '/results')).body
    expect(standings.find((standing: { entryId: string }) => standing.entryId === event.entries[0]!.id).ballots).toBe(1)
  })

  it('comes back after a break and a dark stage, with its end', async () => {
    const event = await openShowcase()
    const untilAt = '2026-06-20T16:00:00Z'
    await event.cue('open-showcase', { untilAt })
    await event.cue('break')
    await event.cue('blank')
    expect((await event.cue('resume')).body).toMatchObject({ scene: 'showcase', showcase: { untilAt } })
  })

  it('refuses another setting once it has opened the teams', async () => {
    const event = await makeEvent(server, { scoring: 'on-stage' })
    await event.cue('open-doors')
    await event.cue('open-showcase')
    expect((await send(event, 'PATCH', '', { scoring: 'any-order' })).status).toBe(200)
    expect(await openIds(event)).toEqual([])
    await event.cue('open-showcase')
    expect(await openIds(event)).toHaveLength(3)
    const back = await send(event, 'PATCH', '', { scoring: 'on-stage' })
    expect(back.body.type).toBe('/problems/too-late-to-change')
    expect((await send(event, 'PATCH', '', { scoring: 'any-order', venue: 'Hall' })).status).toBe(200)
  })

  it('copies the setting and the tables with an event', async () => {
    const event = await makeEvent(server, { scoring: 'any-order', entries: 1 })
    await send(event, 'PATCH', `/entries/${event.entries[0]!.id}`, { table: ' B 12 ' })
    const { body } = await server.call('POST', `${event.path}/copy`, { entries: true }, owner)
    expect(body.event.scoring).toBe('any-order')
    const lineUp = await server.call('GET', `/api/events/${body.event.slug}/line-up`)
    expect(lineUp.body.entries[0].table).toBe('B 12')
    const long = await send(event, 'PATCH', `/entries/${event.entries[0]!.id}`, { table: '123456789' })
    expect(long.status).toBe(422)
    const byTeam = await send(event, 'PATCH', `/entries/${event.entries[0]!.id}`, { table: '1' }, event.teamKeys[0])
    expect(byTeam.body.type).toBe('/problems/wrong-door')
  })
})
