import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amount } from '../../faults/seed.ts'
import { openServer, type Server } from '../../support/show.ts'
import { openShow } from './played-show.ts'
import { openDoors, presses } from './presses.ts'

const showCount = Number(process.env.SHOWS ?? amount(20, 600, 3000))

describe('a show played in a hurry', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  it('looks the same on every screen and phone after each press, whatever is pressed in which order', async () => {
    const size = fc.record({
      teams: fc.integer({ min: 1, max: 6 }),
      judges: fc.integer({ min: 0, max: 3 }),
      anyOrder: fc.boolean(),
    })
    // Most shows begin with the doors open, as little can be pressed before.
    const doorsOpen = fc.integer({ min: 0, max: 9 }).map((n) => n > 0)
    const commands = fc.commands(presses, { maxCommands: 30, size: 'max' })
    const property = fc.asyncProperty(size, doorsOpen, commands, async (people, open, pressed) => {
      const { model, show } = await openShow(server, people)
      if (open) await openDoors.run(model, show)
      await fc.asyncModelRun(() => ({ model, real: show }), pressed)
      expect(server.failures).toEqual([])
    })
    await fc.assert(property, { numRuns: showCount })
  }, 1_800_000)
})
