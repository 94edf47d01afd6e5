import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BallotDraft } from '../../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { makeEvent, openServer, type Server, showAll } from '../../support/show.ts'
import { makePhoneStorage, openPhone, type Phone } from './judge-phone.ts'
import { makeNetwork } from './network.ts'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

function notifyOthers(tabs: Phone[], from: number) {
  for (const [n, tab] of tabs.entries()) if (n !== from) setTimeout(tab.restore, 2)
}

describe('two tabs of one judge', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
  })
  afterAll(() => server.close())

  it('race on one phone: the server and both screens end with the last tap, though tabs are closed and opened anew', async () => {
    const event = await makeEvent(server, { entries: 2, judges: 1 })
    await showAll(event)
    const entryIds = event.entries.map((entry) => entry.id)
    const criteria = event.event.criteria.map((criterion) => criterion.id)
    const network = makeNetwork({ copies: 3, drop: 0.3, delayMs: 150 })
    const storage = makePhoneStorage()
    const tabs: Phone[] = []
    const lastTaps = new Map<string, BallotDraft>()

    const open = (n: number) => {
      const onStored = () => notifyOthers(tabs, n)
      tabs[n] = openPhone({
        address,
        path: event.path,
        key: event.judgeKeys[0]!,
        network,
        storage,
        onStored,
      })
      return tabs[n].restore()
    }
    await open(0)
    await open(1)

    for (let tap = 0; tap < 120; tap += 1) {
      const entryId = entryIds[tap % 2]!
      const tab = tabs[Math.floor(Math.random() * 2)]!
      tab.score(entryId, criteria[tap % criteria.length]!, 1 + Math.floor(Math.random() * 5))
      lastTaps.set(entryId, tab.paper(entryId))
      await pause(5 + Math.random() * 50)
      if (tap % 40 === 39) {
        const n = Math.floor(Math.random() * 2)
        tabs[n]!.close()
        await pause(10)
        await open(n)
      }
    }
    await pause(50)
    const states = () => tabs.map((tab) => tab.saving().kind)
    await expect.poll(states, { timeout: 60_000 }).toEqual(['saved', 'saved'])
    await network.settled()
    network.drop = 0
    for (const tab of tabs) expect(await tab.reconnect()).toBe(true)

    const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    expect(body.ballots).toHaveLength(2)
    for (const { entryId, scores } of body.ballots as Ballot[]) {
      expect(scores).toEqual(lastTaps.get(entryId)!.scores)
      for (const tab of tabs) expect(tab.paper(entryId).scores).toEqual(scores)
    }
    for (const tab of tabs) tab.close()
  })

  it('that tap in the same instant agree with each other and with the server', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await showAll(event)
    const entryId = event.entries[0]!.id
    const storage = makePhoneStorage()
    const tabs: Phone[] = []
    for (const n of [0, 1]) {
      const onStored = () => notifyOthers(tabs, n)
      const network = makeNetwork({ copies: 2, delayMs: 30 })
      tabs.push(
        openPhone({
          address,
          path: event.path,
          key: event.judgeKeys[0]!,
          network,
          storage,
          onStored,
        }),
      )
    }
    for (let round = 1; round <= 10; round += 1) {
      for (const [n, tab] of tabs.entries()) tab.score(entryId, 'problem', ((round + n * 2) % 5) + 1)
      await expect
        .poll(
          async () => {
            const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
            const onServer = body.ballots[0]?.scores.problem
            const onScreens = tabs.map((tab) => tab.paper(entryId).scores.problem)
            const saved = tabs.every((tab) => tab.saving().kind === 'saved')
            return saved && onScreens.every((score) => score === onServer)
          },
          { timeout: 10_000 },
        )
        .toBe(true)
    }
    for (const tab of tabs) tab.close()
  })

  it('or two phones: the later tap stays, and the other phone shows it at its next sign of life', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await showAll(event)
    const entryId = event.entries[0]!.id
    const [mobile, tablet] = [0, 1].map(() =>
      openPhone({ address, path: event.path, key: event.judgeKeys[0]!, network: makeNetwork() }),
    ) as [Phone, Phone]
    mobile.score(entryId, 'problem', 2)
    await expect.poll(() => mobile.saving().kind).toBe('saved')
    await tablet.reconnect()
    expect(tablet.paper(entryId).scores).toEqual({ problem: 2 })
    tablet.score(entryId, 'shown', 5)
    await expect.poll(() => tablet.saving().kind).toBe('saved')
    await mobile.reconnect()
    expect(mobile.paper(entryId).scores).toEqual({ problem: 2, shown: 5 })
    expect(mobile.saving().kind).toBe('saved')
    for (const phone of [mobile, tablet]) phone.close()
  })
})
