import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { createRandom } from '../../api/rehearsal/random.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { openPhone } from '../api/phones/judge-phone.ts'
import { makeNetwork } from '../api/phones/network.ts'
import { callAt } from '../support/call.ts'
import { makeEvent } from '../support/show.ts'
import { installBrowserGlobals, openScreen } from './screen.ts'

type Wanted = { address: string; judges?: number; entries?: number; screens?: number; seed: number }

export type BusyShow = Awaited<ReturnType<typeof openBusyShow>>

/**
 * A busy show played by the pages' own code: judges who tap without pause, an operator, and a witness who stores everything that was
 * acknowledged.
 */
export async function openBusyShow({ address, judges = 10, entries = 4, screens = 2, seed }: Wanted) {
  const event = await makeEvent({ call: callAt(address) }, { judges, entries })
  const call = callAt(address, 5_000)
  const lookAgain = callAt(address, 2_000)
  for (const cue of ['open-doors', 'next', 'start-timer'] as const) await event.cue(cue)
  const { slug, criteria } = event.event
  const restoreBrowser = installBrowserGlobals(address)

  // Two answers with one version must be equal, across screens and server restarts.
  const truths = new Map<number, string>()
  const lies: string[] = []
  let acknowledgedVersion = 0
  let stage: StageSnapshot | undefined
  function witness(snapshot: StageSnapshot): void {
    const { version, phase, scene, timer, onStage } = snapshot
    const truth = JSON.stringify({ phase, scene, timer, onStage: onStage?.id })
    const before = truths.get(version) ?? truth
    if (before !== truth) lies.push(`version ${version}: ${before}, and ${truth}`)
    truths.set(version, before)
    if (!stage || version >= stage.version) stage = snapshot
  }
  async function read<Body>(path: string, key?: string): Promise<Body> {
    for (let tries = 1; ; tries += 1)
      try {
        return (await lookAgain<Body>('GET', event.path + path, undefined, key)).body
      } catch (failure) {
        if (tries === 20) throw failure
        await pause(200)
      }
  }
  const readStage = () => read<StageSnapshot>('/stage')

  const hallScreens = Array.from({ length: screens }, () => openScreen(slug))
  const judgePhones = event.judgeKeys.map((key, n) => {
    const feed = openScreen(slug, { counts: 'off' })
    const phone = openPhone({
      address,
      path: event.path,
      key,
      network: makeNetwork(),
      ...feed,
    })
    return { phone, feed, random: createRandom(seed, 'judge', n) }
  })
  const phones = judgePhones.map(({ phone }) => phone)
  let playing = true
  let tapping = true
  let presses = 0
  const failedPresses: string[] = []

  async function tapOn({ phone, feed, random }: (typeof judgePhones)[number]): Promise<void> {
    const shown = event.entries.filter((entry) => entry.slot <= (stage?.onStage?.slot ?? 1))
    let was = false
    while (playing) {
      // As the page does: once its feed is back, it reads the server's list and sends the rest.
      if (feed.connected() && !was) void phone.reconnect()
      was = feed.connected()
      if (phone.saving().kind === 'saved')
        for (const { paper, saved } of Object.values(phone.outbox()))
          if (!isDeepStrictEqual(saved?.scores, paper.scores)) lies.push(`“Saved”, and it is not: ${paper.entryId}`)
      if (tapping) {
        const { id } = random.pick([shown.at(-1)!, ...shown])
        const { id: criterionId } = random.pick(criteria as [Criterion, ...Criterion[]])
        phone.score(id, criterionId, 1 + Math.floor(random.between(0, 5)))
      }
      await pause(20 + random.between(0, 120))
    }
  }

  async function press(): Promise<void> {
    const random = createRandom(seed, 'desk')
    while (playing) {
      await pause(random.between(100, 500))
      const running = stage?.timer.state === 'running'
      const turn = { cue: running ? 'pause-timer' : 'start-timer' }
      const onDeck = stage?.onDeck ? [{ cue: 'next' }] : []
      const cue = random.pick([
        turn,
        { cue: 'add-time', seconds: 5 },
        { cue: 'message', text: `${presses}` },
        ...onDeck,
      ])
      const pressed = await call('POST', `${event.path}/cues`, { ...cue, ifVersion: stage?.version }, event.key).catch(
        (failure: Error) => failure,
      )
      if (pressed instanceof Error) failedPresses.push('offline')
      else if (pressed.status === 200) {
        presses += 1
        acknowledgedVersion = Math.max(acknowledgedVersion, pressed.body.version)
        witness(pressed.body)
      } else {
        failedPresses.push(`${pressed.status} ${pressed.body.title ?? ''}`)
        await readStage().then(witness, () => {})
      }
    }
  }

  async function watch(): Promise<void> {
    while (playing) {
      for (const screen of hallScreens) {
        const screenStage = screen.stage()
        if (screenStage) witness(screenStage)
      }
      await pause(20)
    }
  }
  const running = Promise.all([...judgePhones.map(tapOn), press(), watch()])

  const acknowledgements = () => phones.reduce((sum, phone) => sum + phone.acknowledgements(), 0)
  const ballotsOf = async (key: string | undefined) => (await read<{ ballots: Ballot[] }>('/ballots', key)).ballots

  return {
    event,
    phones,
    screens: hallScreens,
    call,
    acknowledgements,
    failedPresses,
    presses: () => presses,
    async check(): Promise<void> {
      // What is acknowledged during the check is not checked yet.
      const acknowledged = phones.map((phone) => new Map(phone.acknowledged))
      const version = acknowledgedVersion
      const now = await readStage()
      witness(now)
      expect(now.version).toBeGreaterThanOrEqual(version)
      expect(lies).toEqual([])
      for (const [n, key] of event.judgeKeys.entries()) {
        const ballots = await ballotsOf(key)
        const ballotsByEntry = new Map(ballots.map((ballot) => [ballot.entryId, ballot]))
        expect(ballots).toHaveLength(ballotsByEntry.size)
        for (const [entryId, ballot] of acknowledged[n]!) {
          const stored = ballotsByEntry.get(entryId)
          expect(stored, `a ballot of judge ${n + 1} that was acknowledged ${ballot.savedAt}`).toBeDefined()
          expect(Date.parse(stored!.editedAt)).toBeGreaterThanOrEqual(Date.parse(ballot.editedAt))
          if (stored!.editedAt === ballot.editedAt) expect(stored!.scores).toEqual(ballot.scores)
        }
      }
    },
    async expectScreensCurrent(): Promise<void> {
      const { version } = await readStage()
      await expect
        .poll(
          () => hallScreens.filter((screen) => !screen.connected() || (screen.stage()?.version ?? 0) < version).length,
          {
            timeout: 60_000,
            interval: 20,
          },
        )
        .toBe(0)
    },
    async expectProgress(): Promise<void> {
      const before = phones.map((phone) => phone.acknowledgements())
      const pressed = presses
      const unheard = () => phones.filter((phone, n) => phone.acknowledgements() === before[n]).length
      await expect.poll(unheard, { timeout: 90_000, interval: 20 }).toBe(0)
      await expect.poll(() => presses, { timeout: 90_000, interval: 20 }).toBeGreaterThan(pressed)
    },
    async settle(): Promise<void> {
      tapping = false
      const unsaved = () => phones.map((phone) => phone.saving()).filter(({ kind }) => kind !== 'saved')
      await expect.poll(unsaved, { timeout: 90_000 }).toEqual([])
      for (const [n, key] of event.judgeKeys.entries())
        for (const { entryId, scores } of await ballotsOf(key)) expect(scores).toEqual(phones[n]!.paper(entryId).scores)
      expect(lies).toEqual([])
    },
    tap(on: boolean): void {
      tapping = on
    },
    async close(): Promise<void> {
      playing = false
      await running
      for (const feed of [...hallScreens, ...judgePhones.map(({ feed }) => feed)]) feed.close()
      for (const phone of phones) phone.close()
      restoreBrowser()
    },
  }
}
