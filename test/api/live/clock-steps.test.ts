import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../../../api/operations/clock.ts'
import { apiDatabase } from '../../support/databases.ts'
import { makeEvent, openServer, type Server } from '../../support/show.ts'

const hourMs = 3_600_000

describe('a server whose clock is set', () => {
  let server: Server
  let stepMs = 0
  const clock = createClock(() => Date.now() + stepMs)
  beforeAll(async () => {
    server = await openServer({ clock })
  })
  afterAll(() => server.close())

  it.each([hourMs, -hourMs])('continues a talk, a break and the ballots through a step of %i ms', async (byMs) => {
    const event = await makeEvent(server, { talkSeconds: 600 })
    await event.cue('open-doors')
    await event.cue('next')
    await event.cue('start-timer')
    const now = () => server.context.now()
    const first = await event.score(0, 0, 2, { editedAt: new Date(now()).toISOString() })
    expect(first.status).toBe(200)
    const stage = async () => (await server.call('GET', `${event.path}/stage`)).body
    const leftMs = async () => {
      const { timer, now } = await stage()
      return Date.parse(timer.endsAt) - Date.parse(now)
    }
    const before = await leftMs()

    stepMs += byMs
    await server.context.clockCorrection.check()
    // The embedded server follows the machine's clock; an instance on PostgreSQL keeps the time it started with.
    const follows = apiDatabase === 'embedded'
    expect(Math.abs(now() - (Date.now() + (follows ? stepMs : 0)))).toBeLessThan(60_000)
    const after = await leftMs()
    expect(after).toBeLessThanOrEqual(before)
    expect(before - after).toBeLessThan(60_000)

    // A phone stamps an edit later than the stored ballot, whatever its clock shows.
    const { editedAt } = first.body.ballot
    const later = new Date(Math.max(now(), Date.parse(editedAt) + 1)).toISOString()
    expect((await event.score(0, 0, 4, { editedAt: later })).body.ballot.scores).not.toEqual(first.body.ballot.scores)

    const untilAt = new Date(now() + 600_000).toISOString()
    await event.cue('break', { untilAt })
    const paused = (await stage()).timer.remainingMs
    stepMs -= byMs
    await server.context.clockCorrection.check()
    const onBreak = await stage()
    expect(onBreak.timer.remainingMs).toBe(paused)
    const breakLeftMs = Date.parse(onBreak.pause.untilAt) - Date.parse(onBreak.now)
    expect(Math.abs(breakLeftMs - 600_000)).toBeLessThan(60_000)
  })
})
