import { createSignal, onCleanup } from 'solid-js'
import { emptyPaper, markScore, type Paper, recuse, unrecuse } from '../../api/rules/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import type { Criterion } from '../../api/schema/event.ts'
import { api, ask, Problem } from './api.ts'
import { type Kept, type Outbox, together } from './ballot-outbox.ts'
import { makeSender } from './ballot-sender.ts'
import type { Clock } from './clock.ts'
import type { Storage } from './storage.ts'

type Options = {
  slug: string
  judgeId: string
  storage: Promise<Storage>
  clock: Clock
  mayGo: (entryId: string) => boolean
  /** The key stopped working. */
  locked: (problem: Problem) => void
}

/** One judge's ballots: changed at once, kept on the phone, sent until acknowledged. */
export function createBallots(options: Options) {
  const { slug, judgeId, storage, clock } = options
  const mine = `${slug}/ballots/${judgeId}/`
  const param = { slug }
  const [box, setBox] = createSignal<Outbox>({})
  const [safe, setSafe] = createSignal(true)
  const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('demo-hour')

  function refused(failure: unknown): never {
    if (failure instanceof Problem && failure.status === 401) options.locked(failure)
    throw failure
  }

  const sender = makeSender({
    async put({ entryId, ...paper }) {
      const route = api.events[':slug'].ballots[':entryId']
      return (await ask(route.$put({ param: { slug, entryId }, json: paper })).catch(refused)).ballot
    },
    async keep(kept) {
      const place = await storage
      setSafe(await place.write<Kept>(mine + kept.paper.entryId, (stored) => (stored ? together(stored, kept) : kept)))
      tabs?.postMessage(mine)
    },
    forget: async (entryId) => (await storage).remove(mine + entryId),
    now: clock.now,
    random: Math.random,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    mayGo: options.mayGo,
    changed: setBox,
  })

  const recall = async () => sender.recall(await (await storage).list<Kept>(mine))

  /** Asks the server for everything it holds of this judge: another phone may have written, or an answer got lost. */
  async function check() {
    const asked = sender.box()
    try {
      const { ballots }: { ballots: Ballot[] } = await ask(api.events[':slug'].ballots.$get({ param })).catch(refused)
      sender.heard(ballots, asked)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
    }
  }

  const wake = () => {
    if (document.visibilityState !== 'visible') return
    recall().then(check)
    sender.wake()
  }
  if (tabs) tabs.onmessage = (e) => e.data === mine && recall()
  addEventListener('online', wake)
  addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', wake)
  const ready = recall()
  onCleanup(() => {
    sender.stop()
    tabs?.close()
    removeEventListener('online', wake)
    removeEventListener('pageshow', wake)
    document.removeEventListener('visibilitychange', wake)
  })

  const paper = (entryId: string): Paper => box()[entryId]?.paper ?? emptyPaper(entryId)
  return {
    box,
    safe,
    ready,
    paper,
    check,
    wake: sender.wake,
    score: (entryId: string, criteria: Criterion[], criterionId: string, value: number) =>
      sender.write(markScore(paper(entryId), criteria, criterionId, value)),
    comment: (entryId: string, comment: string) => sender.write({ ...paper(entryId), comment }),
    recuse: (entryId: string) => sender.write(recuse(paper(entryId))),
    unrecuse: (entryId: string) => sender.write(unrecuse(paper(entryId))),
  }
}

export type Ballots = ReturnType<typeof createBallots>
