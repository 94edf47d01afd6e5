import { type BallotDraft, emptyBallot, markScore, recuse, unrecuse } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import { asProblem, Problem } from '../core/api.ts'
import type { ServerClock } from '../core/server-clock.ts'
import type { BallotNetwork } from './ballot-network.ts'
import type { BallotStore } from './ballot-store.ts'
import { differsInStore, type HeldBallot, isSaved, type Outbox, type StoredBallot, toStored } from './held-ballot.ts'
import { mergeServerList, restore } from './merge-ballots.ts'
import * as outboxRules from './outbox.ts'

export type BallotEvent =
  /** `isStored`: the phone stores every edit that the server does not have yet. */
  | { type: 'changed'; outbox: Outbox; isStored: boolean }
  | { type: 'stored' }
  | { type: 'key-refused'; problem: Problem }

export type BallotClock = Pick<ServerClock, 'now' | 'correctedMs' | 'sync'>

/** The entries that the server takes ballots for now, as far as the phone knows; `all`: the server decides. */
export type OpenEntries = ReadonlySet<string> | 'all'

export type Timer = (delayMs: number, run: () => void) => () => void

type Options = {
  store: BallotStore
  network: BallotNetwork
  clock: BallotClock
  onEvent(event: BallotEvent): void
  timer?: Timer
  random?: () => number
}

export type BallotClient = ReturnType<typeof createBallotClient>

const wakePatienceMs = 1500

// The server refuses the whole ballot for one of them.
const controlCharacters = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu

const systemTimer: Timer = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}

/**
 * One judge's ballots: each tap changes them at once, is stored on the phone, and is sent until the server acknowledges it. One
 * request per ballot is under way at a time, with the newest paper.
 */
export function createBallotClient({
  store,
  network,
  clock,
  onEvent,
  timer = systemTimer,
  random = Math.random,
}: Options) {
  let outbox: Outbox = {}
  let openEntries: OpenEntries = new Set()
  let cancelTimer = () => {}
  let stopped = false
  let appliedCorrectionMs = 0
  let syncing = false
  const requests = new Set<AbortController>()
  const notStored = new Set<string>()
  const saves = new Map<string, number>()

  const isOpen = (entryId: string) => openEntries === 'all' || openEntries.has(entryId)
  const paper = (entryId: string): BallotDraft => outbox[entryId]?.paper ?? emptyBallot(entryId)

  function announce() {
    const isStored = ![...notStored].some((id) => outbox[id] && !isSaved(outbox[id]))
    onEvent({ type: 'changed', outbox, isStored })
  }

  function setOutbox(next: Outbox) {
    const last = outbox
    outbox = next
    for (const [id, held] of Object.entries(next)) if (differsInStore(held, last[id])) save(held)
    for (const id of Object.keys(last)) if (!next[id]) store.remove(id)
    sendDue()
  }

  async function save(held: HeldBallot) {
    const { entryId } = held.paper
    const turn = (saves.get(entryId) ?? 0) + 1
    saves.set(entryId, turn)
    const stored = await store.save(toStored(held))
    if (saves.get(entryId) === turn) {
      if (stored) notStored.delete(entryId)
      else notStored.add(entryId)
      announce()
    }
    onEvent({ type: 'stored' })
  }

  function sendDue() {
    cancelTimer()
    if (stopped) return
    const latestCorrectionMs = clock.correctedMs()
    // Nothing is sent before the server's time is known: a paper with a wrong stamp would win or lose against every other edit.
    if (latestCorrectionMs !== undefined) {
      const stepMs = latestCorrectionMs - appliedCorrectionMs
      appliedCorrectionMs = latestCorrectionMs
      const restamped = outboxRules.restamp(outbox, stepMs, clock.now())
      if (restamped !== outbox) return setOutbox(restamped)
      for (const duePaper of outboxRules.findDue(outbox, clock.now(), isOpen)) send(duePaper)
    }
    announce()
    const dueAt = outboxRules.nextDueAt(outbox, isOpen)
    if (dueAt === undefined) return
    if (latestCorrectionMs === undefined) syncClock()
    else cancelTimer = timer(Math.max(50, dueAt - clock.now()), sendDue)
  }

  function send(sent: BallotDraft) {
    const sentEdit = outboxRules.editedAtToSend(outbox[sent.entryId]!, clock.now())
    outbox = outboxRules.markSending(outbox, sent, sentEdit)
    save(outbox[sent.entryId]!)
    const request = new AbortController()
    requests.add(request)
    network
      .send({ ...sent, editedAt: sentEdit }, request.signal)
      .finally(() => requests.delete(request))
      .then(
        (stands) => setOutbox(outboxRules.receiveAnswer(outbox, sent, stands, clock.now(), sentEdit)),
        (problem) => {
          reportRefusedKey(problem)
          const failed = outboxRules.receiveFailure(outbox, sent, problem, clock.now(), random())
          setOutbox(request.signal.aborted ? outboxRules.retryAll(failed) : failed)
        },
      )
  }

  function reportRefusedKey(failure: unknown) {
    if (failure instanceof Problem && failure.status === 401) onEvent({ type: 'key-refused', problem: failure })
  }

  async function syncClock() {
    if (syncing) return
    syncing = true
    await clock.sync()
    syncing = false
    if (clock.correctedMs() !== undefined) sendDue()
    else if (!stopped) cancelTimer = timer(1000 + 1000 * random(), sendDue)
  }

  const write = (changed: BallotDraft) => setOutbox(outboxRules.write(outbox, changed, clock.now()))
  const merge = (ballots: Ballot[], before: Outbox) => setOutbox(mergeServerList(outbox, ballots, before))

  return {
    outbox: () => outbox,
    paper,
    write,
    score: (entryId: string, criterionId: string, value: number) =>
      write(markScore(paper(entryId), criterionId, value)),
    comment: (entryId: string, comment: string) =>
      write({ ...paper(entryId), comment: comment.replace(controlCharacters, '') }),
    recuse: (entryId: string) => write(recuse(paper(entryId))),
    unrecuse: (entryId: string) => write(unrecuse(paper(entryId))),
    /** Ballots of other entries wait on the phone. */
    setOpenEntries(open: OpenEntries) {
      openEntries = open
      sendDue()
    },
    async restore(stored?: StoredBallot[]) {
      setOutbox((stored ?? (await store.list())).reduce(restore, outbox))
    },
    merge,
    /** Merges all that the server holds of this judge: another phone may have written, or an answer got lost. False without an answer. */
    async check(): Promise<boolean> {
      const before = outbox
      try {
        merge(await network.list(), before)
        return true
      } catch (failure) {
        reportRefusedKey(asProblem(failure))
        return false
      }
    },
    refit: (criterionIds: (entryId: string) => string[]) =>
      setOutbox(outboxRules.removeOldCriteria(outbox, criterionIds)),
    /**
     * Sends everything again at once: the phone is online or awake again, the judge admitted, or scoring open. A request under way may
     * hang in a dead connection, where TCP retries ever more seldom: if no answer comes now, it is aborted and sent afresh.
     */
    wake() {
      const before = [...requests]
      timer(wakePatienceMs, () => {
        for (const request of before) request.abort()
      })
      setOutbox(outboxRules.retryAll(outbox))
    },
    stop() {
      stopped = true
      cancelTimer()
    },
  }
}
