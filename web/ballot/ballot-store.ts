import type { Paper } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import { Problem } from '../core/api.ts'
import type { Clock } from '../core/clock.ts'
import type { Storage } from '../core/storage.ts'
import { isSaved, type Kept, type Outbox } from './held-ballot.ts'
import { together } from './merge-ballots.ts'
import { makeSender } from './sender.ts'

export type KeeperTools = {
  /** What the keys of this judge's ballots begin with in the phone's store. */
  prefix: string
  storage: Promise<Storage>
  clock: Pick<Clock, 'now' | 'correctedMs' | 'sync'>
  /** Sends one whole ballot; resolves with the ballot that stands, rejects with a Problem. */
  put(paper: Paper, givenUp: AbortSignal): Promise<Ballot>
  /** Every ballot that the server holds of this judge; rejects with a Problem. */
  list(): Promise<Ballot[]>
  mayGo(entryId: string): boolean
  /** The key stopped working. */
  locked(problem: Problem): void
  /** `safe`: this phone keeps everything that the server does not have yet. */
  changed(box: Outbox, safe: boolean): void
  /** Something was kept that the other tabs of this phone may want to know. */
  kept?(): void
}

/** One judge's ballots: changed at once, kept on the phone, sent until acknowledged. Needs no page, so that a test can hold it. */
export function makeKeeper(tools: KeeperTools) {
  const { prefix, storage, clock } = tools
  const unkept = new Set<string>()
  const keeping = new Map<string, number>()

  function refused(failure: unknown): never {
    if (failure instanceof Problem && failure.status === 401) tools.locked(failure)
    throw failure
  }

  function tell(box: Outbox) {
    tools.changed(box, ![...unkept].some((id) => box[id] && !isSaved(box[id])))
  }

  const sender = makeSender({
    put: (paper, givenUp) => tools.put(paper, givenUp).catch(refused),
    async keep(kept) {
      const { entryId } = kept.paper
      const turn = (keeping.get(entryId) ?? 0) + 1
      keeping.set(entryId, turn)
      const place = await storage
      const done = await place.write<Kept>(prefix + entryId, (stored) => (stored ? together(stored, kept) : kept))
      // An earlier tap that was kept says nothing of the later one that was not.
      if (keeping.get(entryId) === turn) {
        if (done) unkept.delete(entryId)
        else unkept.add(entryId)
        tell(sender.box())
      }
      tools.kept?.()
    },
    forget: async (entryId) => (await storage).remove(prefix + entryId),
    now: clock.now,
    correctedMs: clock.correctedMs,
    askTime: clock.sync,
    random: Math.random,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    mayGo: tools.mayGo,
    changed: tell,
  })

  /** Takes in what lies in the phone's store, or what is handed over. */
  const recall = async (handed?: Kept[]) => sender.recall(handed ?? (await (await storage).list<Kept>(prefix)))

  /** Asks the server for everything it holds of this judge: another phone may have written, or an answer got lost. False when it did not say. */
  async function check(): Promise<boolean> {
    const asked = sender.box()
    try {
      sender.heard(await tools.list().catch(refused), asked)
      return true
    } catch (failure) {
      if (failure instanceof Problem) return false
      throw failure
    }
  }

  return {
    box: sender.box,
    write: sender.write,
    refit: sender.refit,
    wake: sender.wake,
    stop: sender.stop,
    recall,
    check,
  }
}

export type Keeper = ReturnType<typeof makeKeeper>
