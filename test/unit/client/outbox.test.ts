import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BallotDraft, editedAtMs, emptyBallot } from '../../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { type BallotClient, createBallotClient } from '../../../web/ballot/ballot-client.ts'
import { isRefused, isSaved, type StoredBallot } from '../../../web/ballot/held-ballot.ts'
import { mergeStored } from '../../../web/ballot/merge-ballots.ts'

const start = Date.parse('2026-06-20T14:00:00Z')
const entryIds = ['bins', 'damp']
const offline = { code: 'offline', title: 'no answer', status: 0 }

type Wire = {
  paper: BallotDraft
  page: number
  answer: (serverScores: Ballot) => void
  fail: (problem: object) => void
}

class World {
  nowMs = start
  skewMs = 0
  correctedMs: number | undefined = 0
  page = 0
  open = true
  server = new Map<string, Ballot>()
  phone = new Map<string, StoredBallot>()
  wires: Wire[] = []
  copies: BallotDraft[] = []
  tabs: BallotClient[] = []
  alarms: { at: number; page: number; run: () => void }[] = []
  last = new Map<string, BallotDraft>()
  mostAtOnce = 0

  constructor(tabs = 1) {
    for (let i = 0; i < tabs; i++) this.tabs.push(this.load())
  }

  load(): BallotClient {
    const page = ++this.page
    const tab = createBallotClient({
      network: {
        send: (paper) =>
          new Promise((answer, fail) => {
            this.wires.push({ paper, page, answer, fail })
            this.copies.push(paper)
            const same = this.wires.filter((wire) => wire.page === page && wire.paper.entryId === paper.entryId)
            this.mostAtOnce = Math.max(this.mostAtOnce, same.length)
          }),
        list: async () => [...this.server.values()],
      },
      store: {
        save: async (ballot) => {
          const stored = this.phone.get(ballot.paper.entryId)
          this.phone.set(ballot.paper.entryId, stored ? mergeStored(stored, ballot) : ballot)
          return true
        },
        remove: async (entryId) => void this.phone.delete(entryId),
        list: async () => [...this.phone.values()],
      },
      clock: {
        now: () => this.nowMs + this.skewMs,
        correctedMs: () => this.correctedMs,
        sync: () => new Promise(() => {}),
      },
      random: () => 0.5,
      timer: (delayMs, run) => {
        const alarm = { at: this.nowMs + delayMs, page, run }
        this.alarms.push(alarm)
        return () => {
          this.alarms = this.alarms.filter((other) => other !== alarm)
        }
      },
      onEvent: () => {},
    })
    tab.setOpenEntries('all')
    tab.restore([...this.phone.values()])
    return tab
  }

  /** The server keeps the newest edit and clamps a stamp ahead of its own time. */
  receive(paper: BallotDraft): Ballot {
    const standing = this.server.get(paper.entryId)
    const editedAt = new Date(editedAtMs(paper.editedAt, this.nowMs)).toISOString()
    if (standing && Date.parse(standing.editedAt) >= Date.parse(editedAt)) return standing
    const savedAt = new Date(this.nowMs).toISOString()
    const stamp = { editedAt, savedAt, complete: false, source: 'phone' as const }
    const ballot = { ...paper, comment: paper.comment.trim(), ...stamp }
    this.server.set(paper.entryId, ballot)
    return ballot
  }

  receiveAgain(n: number) {
    const copy = this.copies[n % Math.max(1, this.copies.length)]
    if (copy) this.receive(copy)
  }

  tap(n: number, entryId: string, value: number) {
    const tab = this.tabs[n % this.tabs.length]!
    const paper = tab.outbox()[entryId]?.paper ?? emptyBallot(entryId)
    tab.write({ ...paper, scores: { ...paper.scores, q: value }, comment: `${value} ` })
    this.last.set(entryId, tab.outbox()[entryId]!.paper)
  }

  learn(outMs: number) {
    this.correctedMs = (this.correctedMs ?? 0) + outMs - this.skewMs
    this.skewMs = outMs
    for (const tab of this.tabs) tab.wake()
  }

  take(n: number): Wire | undefined {
    return this.wires.splice(n % Math.max(1, this.wires.length), 1)[0]
  }

  async pass(ms: number) {
    this.nowMs += ms
    const ringing = this.alarms.filter((alarm) => alarm.at <= this.nowMs)
    this.alarms = this.alarms.filter((alarm) => alarm.at > this.nowMs)
    for (const alarm of ringing) alarm.run()
    await settled()
  }

  share() {
    for (const tab of this.tabs) tab.restore([...this.phone.values()])
  }

  reload(n: number) {
    const at = n % this.tabs.length
    this.tabs[at]!.stop()
    // Requests of the old page may still arrive; their answers reach nobody.
    this.wires = this.wires.map((wire) => ({ ...wire, answer: () => {}, fail: () => {} }))
    this.tabs[at] = this.load()
  }

  async calm() {
    for (let i = 0; i < 12; i++) {
      this.share()
      for (const tab of this.tabs) tab.wake()
      while (this.wires.length) {
        const wire = this.take(0)!
        wire.answer(this.receive(wire.paper))
        await settled()
      }
      await this.pass(40_000)
    }
    this.share()
  }
}

const settled = () => new Promise<void>((done) => setImmediate(done))

const entry = fc.constantFrom(...entryIds)
const small = fc.nat(5)
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('tap' as const), n: small, entryId: entry, value: small }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom('deliver', 'lose-request', 'lose-answer', 'duplicate', 'reload', 'wake', 'share'),
      n: small,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('pass' as const), n: fc.nat(9000) }) },
)
// A synced clock is right to within a second; one that slept is behind until the next sync.
const skew = fc.record({ what: fc.constant('skew' as const), n: fc.integer({ min: -90_000, max: 4_000 }) })
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never

async function happen(world: World, h: Happening | { what: 'skew'; n: number }) {
  await world.pass(1)
  if ('entryId' in h) return world.tap(h.n, h.entryId, h.value)
  if (h.what === 'pass') return world.pass(h.n)
  if (h.what === 'skew') {
    world.skewMs = h.n
    return
  }
  if (h.what === 'share') return world.share()
  if (h.what === 'wake') return world.tabs[h.n % world.tabs.length]!.wake()
  if (h.what === 'reload') return world.reload(h.n)
  if (h.what === 'duplicate') {
    const wire = world.wires[h.n]
    if (wire) world.receive(wire.paper)
    return
  }
  const wire = world.take(h.n)
  if (!wire) return
  if (h.what === 'deliver') wire.answer(world.receive(wire.paper))
  if (h.what === 'lose-answer') world.receive(wire.paper)
  if (h.what !== 'deliver') wire.fail(offline)
  await settled()
}

function expectLastTaps(world: World) {
  for (const [entryId, paper] of world.last) {
    expect(world.server.get(entryId)?.scores, 'on the server').toEqual(paper.scores)
    for (const tab of world.tabs) {
      const heldBallot = tab.outbox()[entryId]!
      expect(heldBallot.paper.scores, 'on the screen').toEqual(paper.scores)
      expect(isSaved(heldBallot), 'said to be saved').toBe(true)
    }
    expect(isSaved(world.phone.get(entryId)!), 'kept as saved').toBe(true)
  }
}

describe('the outbox', () => {
  test('ends with the last tap on the server, whatever the network, the reloads and the clock did', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 8, arbitrary: happening }, skew), { maxLength: 40 }),
        async (all) => {
          const world = new World()
          for (const h of all) await happen(world, h)
          await world.calm()
          expectLastTaps(world)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('does the same with two tabs of one judge', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (all) => {
        const world = new World(2)
        for (const h of all) await happen(world, h)
        await world.calm()
        expectLastTaps(world)
      }),
      { numRuns: 1000 },
    )
  })

  test('does the same with a clock that is hours wrong until it is synced, and copies that arrive late', async () => {
    const lateEvents = fc.record({ what: fc.constantFrom('learn' as const, 'late-copy' as const), n: small })
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -20, max: 20 }),
        fc.array(fc.oneof({ weight: 6, arbitrary: happening }, { weight: 2, arbitrary: lateEvents }), {
          maxLength: 40,
        }),
        async (hours, all) => {
          const world = new World()
          world.skewMs = hours * 3_600_000
          world.correctedMs = undefined
          for (const h of all) {
            if (h.what === 'learn') world.learn(300 * (h.n - 2))
            else if (h.what === 'late-copy') world.receiveAgain(h.n)
            else await happen(world, h as Happening)
          }
          world.learn(0)
          await world.calm()
          for (const copy of [...world.copies]) world.receive(copy)
          await world.calm()
          expectLastTaps(world)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('sends nothing before it knows the time', async () => {
    const world = new World()
    world.correctedMs = undefined
    world.skewMs = -5 * 3_600_000
    world.tap(0, 'bins', 1)
    await world.pass(120_000)
    expect(world.wires).toHaveLength(0)
    world.learn(0)
    expect(world.wires).toHaveLength(1)
    expect(Math.abs(Date.parse(world.wires[0]!.paper.editedAt) - start)).toBeLessThan(130_000)
  })

  test('a tap by a clock that was slow counts after an earlier one from another phone', async () => {
    const world = new World()
    world.correctedMs = undefined
    world.skewMs = -5 * 3_600_000
    world.receive({ ...emptyBallot('bins'), scores: { q: 5 }, editedAt: new Date(start - 60_000).toISOString() })
    world.tap(0, 'bins', 2)
    world.learn(0)
    await world.calm()
    expect(world.server.get('bins')!.scores).toEqual({ q: 2 })
  })

  test('a phone that ran ahead takes the later ballot of another phone all the same', async () => {
    const world = new World()
    world.skewMs = 5 * 3_600_000
    world.correctedMs = undefined
    world.tap(0, 'bins', 1)
    world.learn(0)
    await world.calm()
    world.receive({ ...emptyBallot('bins'), scores: { q: 4 }, editedAt: new Date(world.nowMs).toISOString() })
    const [tab] = world.tabs
    tab!.merge([...world.server.values()], tab!.outbox())
    expect(tab!.outbox().bins!.paper.scores).toEqual({ q: 4 })
    expect(isSaved(tab!.outbox().bins!)).toBe(true)
    world.reload(0)
    expect(world.tabs[0]!.outbox().bins!.paper.scores).toEqual({ q: 4 })
  })

  test('two tabs that tap in one millisecond end as one', async () => {
    const world = new World(2)
    world.tap(0, 'bins', 1)
    world.tap(1, 'bins', 5)
    await world.calm()
    const serverBallot = world.server.get('bins')!.scores
    for (const tab of world.tabs) {
      expect(tab.outbox().bins!.paper.scores).toEqual(serverBallot)
      expect(isSaved(tab.outbox().bins!)).toBe(true)
    }
  })

  test('has one request at a time under way for a ballot', async () => {
    const world = new World()
    for (let value = 1; value <= 5; value++) world.tap(0, 'bins', value)
    expect(world.wires).toHaveLength(1)
    const wire = world.take(0)!
    wire.answer(world.receive(wire.paper))
    await settled()
    expect(world.mostAtOnce).toBe(1)
    expect(world.wires[0]?.paper.scores).toEqual({ q: 5 })
  })

  test('never calls a tap saved before the server has acknowledged that very tap', async () => {
    const world = new World()
    world.tap(0, 'bins', 1)
    const wire = world.take(0)!
    const stands = world.receive(wire.paper)
    world.nowMs += 10
    world.tap(0, 'bins', 2)
    wire.answer(stands)
    await settled()
    expect(isSaved(world.tabs[0]!.outbox().bins!)).toBe(false)
  })

  test('takes a newer ballot from another phone, unless this one was edited since', async () => {
    const world = new World()
    world.tap(0, 'bins', 1)
    world.nowMs += 1000
    world.receive({ ...emptyBallot('bins'), scores: { q: 4 }, editedAt: new Date(world.nowMs).toISOString() })
    const wire = world.take(0)!
    wire.answer(world.receive(wire.paper))
    await settled()
    expect(world.tabs[0]!.outbox().bins!.paper.scores).toEqual({ q: 4 })
    expect(world.wires).toHaveLength(0)

    world.tap(0, 'bins', 2)
    const second = world.take(0)!
    world.nowMs += 1000
    world.receive({ ...emptyBallot('bins'), scores: { q: 5 }, editedAt: new Date(world.nowMs).toISOString() })
    world.nowMs += 1000
    world.tap(0, 'bins', 3)
    second.answer(world.receive(second.paper))
    await world.calm()
    expect(world.server.get('bins')!.scores).toEqual({ q: 3 })
  })

  test('stops after a refusal, shows it, and tries again when something has changed', async () => {
    const world = new World()
    world.tap(0, 'bins', 1)
    world.take(0)!.fail({ code: 'scoring-closed', title: 'Scoring has closed', status: 409 })
    await world.pass(120_000)
    expect(world.wires).toHaveLength(0)
    expect(isRefused(world.tabs[0]!.outbox().bins!)).toBe(true)
    world.tabs[0]!.wake()
    expect(world.wires).toHaveLength(1)
  })

  test('does not retry what can never be accepted', async () => {
    const world = new World()
    world.tap(0, 'bins', 1)
    world.take(0)!.fail({ code: 'score-out-of-range', title: 'That score is not on the scale', status: 422 })
    await settled()
    world.tabs[0]!.wake()
    expect(world.wires).toHaveLength(0)
    world.tap(0, 'bins', 2)
    expect(world.wires).toHaveLength(1)
  })

  test('waits longer after each failure', async () => {
    const world = new World()
    world.tap(0, 'bins', 1)
    const pauses: number[] = []
    for (let i = 0; i < 7; i++) {
      world.take(0)!.fail(offline)
      await settled()
      const failedAt = world.nowMs
      while (!world.wires.length) await world.pass(50)
      pauses.push(world.nowMs - failedAt)
    }
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 10000, 10000])
  })

  test('forgets a ballot that was wiped on the server, and keeps one that never got there', async () => {
    const world = new World()
    const [tab] = world.tabs
    world.tap(0, 'bins', 1)
    const wire = world.take(0)!
    wire.answer(world.receive(wire.paper))
    world.tap(0, 'damp', 2)
    await settled()
    world.server.clear()
    tab!.merge([...world.server.values()], tab!.outbox())
    expect(Object.keys(tab!.outbox())).toEqual(['damp'])
    expect([...world.phone.keys()]).toEqual(['damp'])
  })

  test('removes the scores of a removed question, and keeps the rest', async () => {
    const world = new World()
    const [tab] = world.tabs
    tab!.write({ ...emptyBallot('bins'), scores: { q: 4, gone: 2 } })
    const wire = world.take(0)!
    wire.answer(world.receive(wire.paper))
    await settled()
    tab!.write({ ...emptyBallot('damp'), scores: { q: 1, gone: 5 } })
    const tapped = tab!.outbox().damp!.paper.editedAt
    world.take(0)!.fail({ code: 'criterion-not-in-rubric', title: 'Not asked', status: 422 })
    await settled()
    tab!.refit(() => ['q'])
    // The server removed the score itself, and reports anew what is complete.
    world.server.set('bins', { ...world.server.get('bins')!, scores: { q: 4 }, complete: true })
    tab!.merge([...world.server.values()], tab!.outbox())
    expect(tab!.outbox().bins).toMatchObject({
      paper: { scores: { q: 4 } },
      saved: { scores: { q: 4 }, complete: true },
    })
    expect(isSaved(tab!.outbox().bins!)).toBe(true)
    const again = world.take(0)!
    expect(again.paper.scores).toEqual({ q: 1 })
    expect(Date.parse(again.paper.editedAt) - Date.parse(tapped)).toBe(1)
  })

  test('does not mistake an answer under way for a wipe', async () => {
    const world = new World()
    const [tab] = world.tabs
    const outboxBefore = tab!.outbox()
    world.tap(0, 'bins', 1)
    const wire = world.take(0)!
    wire.answer(world.receive(wire.paper))
    await settled()
    tab!.merge([], outboxBefore)
    expect(tab!.outbox().bins?.paper.scores).toEqual({ q: 1 })
  })
})
