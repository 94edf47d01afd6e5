import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cue } from '../../api/schema/cue.ts'
import { makeEvent, openServer, type Server } from '../support/show.ts'

const show: Cue[] = [
  ...plain('open-doors', 'next', 'start-timer', 'next', 'undo', 'pause-timer', 'next', 'next', 'back'),
  { cue: 'start-timer', part: 'questions' },
  { cue: 'add-time', seconds: 30 },
  ...plain('next', 'reset-timer'),
  { cue: 'break', message: 'Soup is served' },
  ...plain('resume'),
  { cue: 'message', text: 'Two minutes' },
  ...plain('blank', 'open-scoring', 'next', 'close-scoring', 'reopen-scoring', 'close-scoring', 'start-reveal'),
  ...plain('reveal-next', 'reveal-next', 'reveal-back', ...Array<'reveal-next'>(8).fill('reveal-next'), 'publish'),
]

function plain(...cues: Exclude<Cue['cue'], 'call' | 'add-time' | 'break' | 'message' | 'slide'>[]): Cue[] {
  return cues.map((cue) => ({ cue }))
}

describe('the answer to a cue', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  it('is the stage of that moment, and the same that every screen receives', async () => {
    const event = await makeEvent(server, { entries: 4, judges: 3 })
    await server.call('PATCH', `${event.path}/entries/${event.entries[0]!.id}`, { warmUp: true }, event.key)
    await server.call('PATCH', `${event.path}/judges/${event.judges[2]!.id}`, { away: true }, event.key)
    const stage = async () => (await server.call('GET', `${event.path}/stage`)).body
    let [taken, ready, ballots] = [0, 0, 0]
    for (const [n, { cue, ...more }] of show.entries()) {
      for (const key of event.teamKeys)
        ready += Number(
          (await server.call('POST', `${event.path}/entries/mine/ready`, { ready: true }, key)).status === 200,
        )
      for (const entry of event.entries.keys())
        ballots += Number((await event.score(n % 3, entry, 1 + (n % 5))).status === 200)
      const answer = await event.cue(cue, more)
      if (answer.status !== 200) continue
      taken += 1
      const { now: answeredAt, ...answered } = answer.body
      const { now: readAt, ...read } = await stage()
      expect(answered, `${n}: ${cue}`).toEqual(read)
      expect(Date.parse(answeredAt)).toBeLessThanOrEqual(Date.parse(readAt))
    }
    expect((await stage()).phase).toBe('final')
    expect(taken).toBeGreaterThan(25)
    expect(ready).toBeGreaterThan(8)
    expect(ballots).toBeGreaterThan(8)
    expect(server.failures).toEqual([])
  })
})
