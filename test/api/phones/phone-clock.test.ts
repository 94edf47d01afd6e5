import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { type Clock, makeClock } from '../../../web/core/clock.ts'
import { openTestDatabase, type TestDatabase } from '../../support/databases.ts'
import { makeEvent, showAll } from '../../support/show.ts'
import { makePhoneStorage, openPhone } from './judge-phone.ts'
import { makeNetwork } from './network.ts'
import { openServerProgram, type ServerProgram } from './server-program.ts'

const hourMs = 3_600_000
const trueNow = Date.now.bind(Date)

// A program of its own: the phone's clock is this process's.
let database: TestDatabase
let server: ServerProgram
beforeAll(async () => {
  database = await openTestDatabase('postgres')
  server = await openServerProgram(database.url)
})
afterAll(async () => {
  await server?.close()
  await database?.close()
})

describe.each([
  ['five hours ahead', 5],
  ['six hours behind', -6],
])('a phone whose clock is %s', (_, hours) => {
  let clock: Clock
  let online = true

  beforeEach(() => {
    online = true
    vi.stubGlobal('document', { visibilityState: 'visible', addEventListener() {}, removeEventListener() {} })
    vi.stubGlobal('addEventListener', () => {})
    vi.stubGlobal('removeEventListener', () => {})
    const fetchFromServer = globalThis.fetch
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      if (!input.startsWith('/')) return fetchFromServer(input, init)
      return online ? fetchFromServer(server.address() + input, init) : Promise.reject(new TypeError('No network'))
    })
    vi.spyOn(Date, 'now').mockImplementation(() => trueNow() + hours * hourMs)
    clock = makeClock(2)
  })
  afterEach(() => {
    clock.stop()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  it('sends the true time of each tap, also of those made before the server’s time was known', async () => {
    const event = await makeEvent(server, { entries: 8, judges: 1 })
    await showAll(event)
    const entryIds = event.entries.map((entry) => entry.id)
    const network = makeNetwork({ copies: 3, drop: 0.3, delayMs: 60 })
    const phone = openPhone({ address: server.address, path: event.path, key: event.judgeKeys[0]!, network, clock })
    const startedAt = trueNow()
    online = network.on = false
    for (const entryId of entryIds) phone.score(entryId, 'problem', 1)
    await new Promise((resolve) => setTimeout(resolve, 60))
    for (const entryId of entryIds) phone.score(entryId, 'problem', 2)
    online = network.on = true
    for (let tap = 1; tap <= 12; tap += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      for (const entryId of entryIds) phone.score(entryId, 'shown', 1 + (tap % 5))
    }
    await expect.poll(() => phone.saving().kind, { timeout: 30_000 }).toBe('saved')
    // A late copy of an early tap must not outrank a later tap.
    await network.settled()
    const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    expect(body.ballots).toHaveLength(entryIds.length)
    for (const ballot of body.ballots as Ballot[]) {
      expect(ballot.scores).toEqual({ problem: 2, shown: 3 })
      expect(Date.parse(ballot.editedAt)).toBeGreaterThan(startedAt - 2000)
      expect(Date.parse(ballot.editedAt)).toBeLessThan(trueNow() + 2000)
    }
    phone.close()
  })

  it('loses no tap to an older one of the same judge’s other phone, and replaces no later one', async () => {
    const event = await makeEvent(server, { entries: 2, judges: 1 })
    await showAll(event)
    const [first, second] = event.entries.map((entry) => entry.id) as [string, string]
    const other = (entryId: string, value: number) =>
      server.call(
        'PUT',
        `${event.path}/ballots/${entryId}`,
        { scores: { problem: value }, editedAt: new Date(trueNow()).toISOString() },
        event.judgeKeys[0],
      )
    await other(first, 5)
    const storage = makePhoneStorage()
    const network = makeNetwork()
    const phone = openPhone({
      address: server.address,
      path: event.path,
      key: event.judgeKeys[0]!,
      network,
      clock,
      storage,
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    phone.score(first, 'problem', 1)
    phone.score(second, 'problem', 1)
    await expect.poll(() => phone.saving().kind, { timeout: 10_000 }).toBe('saved')
    await other(second, 5)
    await phone.reconnect()

    const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    const storedScores = Object.fromEntries((body.ballots as Ballot[]).map((ballot) => [ballot.entryId, ballot.scores]))
    expect(storedScores).toEqual({ [first]: { problem: 1 }, [second]: { problem: 5 } })
    expect(phone.paper(first).scores).toEqual({ problem: 1 })
    expect(phone.paper(second).scores).toEqual({ problem: 5 })
    phone.close()
  })
})
