import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../../api/schema/entry.ts'
import { makeEvent, openServer, type Server, type TestEvent } from '../../support/show.ts'

describe('the turn of the next team', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const entryOf = async (event: TestEvent, n: number) => {
    const { body } = await server.call<{ entries: Entry[] }>('GET', `${event.path}/line-up`)
    return body.entries.find((entry) => entry.id === event.entries[n]!.id)!
  }

  it('follows the order after a team was called out of turn, and ends only when all have been on', async () => {
    const event = await makeEvent(server, { entries: 4 })
    await event.cue('open-doors')
    await event.cue('next')
    const early = await event.cue('call', { entryId: event.entries[3]!.id })
    expect(early.body).toMatchObject({ onStage: { team: 'Team 4' }, onDeck: { team: 'Team 2' }, slots: 4 })
    expect((await event.cue('next')).body).toMatchObject({ onStage: { team: 'Team 2' }, onDeck: { team: 'Team 3' } })
    expect((await event.cue('next')).body).toMatchObject({ onStage: { team: 'Team 3' }, onDeck: null })
    expect((await event.cue('next')).body.type).toBe('/problems/no-next-entry')
  })

  it('forgets a call that is undone before anybody scored it', async () => {
    const event = await makeEvent(server)
    await event.cue('open-doors')
    await event.cue('next')
    const mistakenCall = await event.cue('next')
    const undone = await event.cue('undo')
    expect(undone.body).toMatchObject({ onStage: { team: 'Team 1' }, onDeck: { team: 'Team 2' } })
    expect(undone.body.lineUpVersion).toBeGreaterThan(mistakenCall.body.lineUpVersion)
    expect(await entryOf(event, 1)).toMatchObject({ shown: false, calledAt: null })
    const desk = await server.call('GET', `${event.path}/desk`, undefined, event.key)
    expect(desk.body.open).toBe(1)
    expect((await event.score(0, 1, 3)).body.type).toBe('/problems/not-yet-shown')
    await event.cue('next')
    expect((await event.score(0, 1, 3)).status).toBe(200)
  })

  it('keeps a call that is undone after somebody scored it, and the ballot with it', async () => {
    const event = await makeEvent(server)
    await event.cue('open-doors')
    await event.cue('next')
    await event.cue('next')
    expect((await event.score(0, 1, 3)).status).toBe(200)
    expect((await event.cue('undo')).body).toMatchObject({ onStage: { team: 'Team 1' }, onDeck: { team: 'Team 3' } })
    expect(await entryOf(event, 1)).toMatchObject({ shown: true })
    expect((await event.score(0, 1, 4)).status).toBe(200)
  })

  it('brings an interrupted team on again with its clock', async () => {
    const event = await makeEvent(server)
    await event.cue('open-doors')
    await event.cue('next')
    await event.cue('next')
    await event.cue('start-timer')
    await event.cue('back')
    const again = await event.cue('next')
    expect(again.body).toMatchObject({ onStage: { team: 'Team 2' }, timer: { state: 'paused' } })
    expect(again.body.timer.remainingMs).toBeLessThan(again.body.timer.plannedMs)
  })
})
