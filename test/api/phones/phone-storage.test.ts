import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { openStorage } from '../../../web/core/storage.ts'
import { makeEvent, openServer, type Server, showAll } from '../../support/show.ts'
import { makePhoneStorage, openPhone } from './judge-phone.ts'
import { makeNetwork } from './network.ts'

function makeLocalStorage(room: number) {
  const limits = { room }
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      const others = Object.keys(this).filter((other) => other !== key)
      const used = others.reduce((sum, other) => sum + other.length + this[other]!.length, 0)
      if (used + key.length + value.length > limits.room) throw new DOMException('full', 'QuotaExceededError')
      this[key] = value
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key]
    },
  }
  return { store: Object.create(methods) as object, limits }
}

describe('a phone’s stored ballots', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
  })
  afterAll(() => server.close())
  afterEach(() => vi.unstubAllGlobals())

  const ballotsOf = async (path: string, key: string | undefined) =>
    (await server.call('GET', `${path}/ballots`, undefined, key)).body.ballots as Ballot[]

  it('when storage is full: the phone shows it, continues in memory, sends everything, and never returns to an older tap', async () => {
    const { store, limits } = makeLocalStorage(900)
    vi.stubGlobal('localStorage', store)
    const event = await makeEvent(server, { entries: 3, judges: 1 })
    await showAll(event)
    const [first, second, third] = event.entries.map((entry) => entry.id) as [string, string, string]
    const network = makeNetwork()
    const open = async () =>
      openPhone({
        address,
        path: event.path,
        key: event.judgeKeys[0]!,
        network,
        storage: await openStorage(),
      })
    const phone = await open()
    network.on = false
    phone.score(first, 'problem', 1)
    await expect.poll(() => phone.saving().text).toMatch(/^Saved on this phone\. It will be sent/)

    limits.room = 0
    phone.score(first, 'problem', 2)
    phone.score(second, 'problem', 4)
    const warning = 'This phone cannot keep scores. Stay on this page until it says Saved.'
    await expect.poll(() => phone.saving().text).toBe(warning)

    // A ballot that fits does not hide that others do not.
    limits.room = 900
    phone.score(third, 'problem', 3)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(phone.saving().text).toBe(warning)

    limits.room = 0
    network.on = true
    await phone.reconnect()
    await expect.poll(() => phone.saving().text).toMatch(/^Saved \d\d:\d\d$/)
    const scores = async () =>
      Object.fromEntries((await ballotsOf(event.path, event.judgeKeys[0])).map((b) => [b.entryId, b.scores.problem]))
    expect(await scores()).toEqual({ [first]: 2, [second]: 4, [third]: 3 })
    phone.close()

    const again = await open()
    await again.reconnect()
    await expect.poll(() => again.saving().kind).toBe('saved')
    expect(await scores()).toEqual({ [first]: 2, [second]: 4, [third]: 3 })
    expect(again.paper(first).scores).toEqual({ problem: 2 })
    again.close()
  })

  it('with a revoked key: the phone shows it, stores every tap, and sends them with the new key', async () => {
    const event = await makeEvent(server, { entries: 2, judges: 1 })
    await showAll(event)
    const [first, second] = event.entries.map((entry) => entry.id) as [string, string]
    const storage = makePhoneStorage()
    const network = makeNetwork({ copies: 2, delayMs: 20 })
    const [oldKey] = event.judgeKeys
    const phone = openPhone({ address, path: event.path, key: oldKey!, network, storage })
    phone.score(first, 'problem', 1)
    await expect.poll(() => phone.saving().kind).toBe('saved')

    const reissued = await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/key`, {}, event.key)
    const { judgeKey } = reissued.body
    phone.score(first, 'problem', 2)
    phone.score(second, 'problem', 5)
    await expect.poll(() => phone.lockedBy.map((problem) => problem.code)).toContain('key-unknown')
    await expect
      .poll(() => phone.saving().text)
      .toBe('Kept on this phone, not sent. This link no longer works. Ask the organiser for a new one.')
    phone.close()
    const same = openPhone({ address, path: event.path, key: oldKey!, network, storage })
    expect(await same.reconnect()).toBe(false)
    await expect.poll(() => same.saving().kind).toBe('attention')
    same.close()
    expect((await ballotsOf(event.path, judgeKey)).map((ballot) => ballot.scores)).toEqual([{ problem: 1 }])

    const anew = openPhone({ address, path: event.path, key: judgeKey, network, storage })
    expect(await anew.reconnect()).toBe(true)
    await expect.poll(() => anew.saving().text).toMatch(/^Saved \d\d:\d\d$/)
    await network.settled()
    const storedScores = Object.fromEntries((await ballotsOf(event.path, judgeKey)).map((b) => [b.entryId, b.scores]))
    expect(storedScores).toEqual({ [first]: { problem: 2 }, [second]: { problem: 5 } })
    anew.close()
  })
  it('of a team scored before the call: refused, then loaded twice, they are complete and sent once after the call', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await event.cue('open-doors')
    const early = event.entries[0]!.id
    const marks = { scores: { problem: 4, shown: 2 }, comment: 'Bins at last!' }
    const storage = makePhoneStorage()
    const network = makeNetwork()
    const open = () => openPhone({ address, path: event.path, key: event.judgeKeys[0]!, network, storage })
    const phone = open()
    phone.write(early, marks)
    const refusal = 'Kept on this phone, not sent. This team has not presented yet.'
    await expect.poll(() => phone.saving().text, { timeout: 60_000 }).toBe(refusal)
    phone.close()

    for (const online of [true, false]) {
      const cold = open()
      cold.setScoringOpen(false)
      network.on = online
      const sentBefore = network.sent
      expect(await cold.reconnect()).toBe(online)
      await network.settled()
      // It requested the server's list, and sent nothing that would be refused.
      expect(network.sent - sentBefore).toBe(online ? 1 : 0)
      expect(cold.paper(early)).toMatchObject(marks)
      const waits = online ? 'once the team is on stage.' : 'when you are back online.'
      expect(cold.saving().text).toBe(`Saved on this phone. It will be sent ${waits}`)
      cold.close()
    }
    network.on = true
    expect(await ballotsOf(event.path, event.judgeKeys[0])).toEqual([])

    const last = open()
    last.setScoringOpen(false)
    await last.reconnect()
    expect((await event.cue('next')).status).toBe(200)
    const sentBefore = network.sent
    last.setScoringOpen(true)
    await expect.poll(() => last.saving().text, { timeout: 60_000 }).toMatch(/^Saved \d\d:\d\d$/)
    expect(network.sent - sentBefore).toBe(1)
    const [ballot, ...more] = await ballotsOf(event.path, event.judgeKeys[0])
    expect(ballot).toMatchObject({ entryId: early, ...marks })
    expect(more).toEqual([])
    last.close()
  })
})
