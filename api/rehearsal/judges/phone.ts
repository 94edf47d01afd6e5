import { type BallotClient, type BallotClock, createBallotClient } from '../../../web/ballot/ballot-client.ts'
import { type BallotNetwork, createBallotNetwork } from '../../../web/ballot/ballot-network.ts'
import { createBallotStore } from '../../../web/ballot/ballot-store.ts'
import { isRefused, isSaved } from '../../../web/ballot/held-ballot.ts'
import { Problem } from '../../../web/core/api.ts'
import { createMemoryStorage } from '../../../web/core/memory-storage.ts'
import { newerPaper, type Paper } from '../../rules/ballot/ballot.ts'
import type { Ballot } from '../../schema/ballot.ts'
import { type Caller, isRefusal } from '../caller.ts'
import type { RunStats } from '../checks/run-stats.ts'
import type { Random } from '../random.ts'

/** What the checks compare with the server, for one ballot. */
export type PhoneBallot = {
  paper: Paper
  /** The newest edit that the server has acknowledged. */
  acknowledged?: Paper
  /** Edits that were sent and not answered: the server may have them or not. */
  unsure: Paper[]
}

export type Phone = Pick<BallotClient, 'paper'> & {
  caller: Caller
  held(): ReadonlyMap<string, PhoneBallot>
  score(entryId: string, criterionId: string, value: number): void
  comment(entryId: string, comment: string): void
  recuse(entryId: string): void
  goOffline(): void
  comeBack(): void
  isOffline(): boolean
  /** Whether everything that was tapped has been acknowledged or refused. */
  isEmptied(): boolean
}

type PhoneTools = {
  caller: Caller
  slug: string
  clock: BallotClock
  random: Random
  stats: RunStats
  signal: AbortSignal
  /** The share of answers that get lost on the way. */
  dropShare: number
}

const mostTries = 40
const slowestDropMs = 12

/** A judge's phone without a screen: the browsers' ballot client on a network that loses answers. */
export function makePhone({ caller, slug, clock, random, stats, signal, dropShare }: PhoneTools): Phone {
  const server = createBallotNetwork(caller.api, slug)
  const acknowledged = new Map<string, Paper>()
  const unsure = new Map<string, Paper[]>()
  const tries = new Map<string, number>()
  let offline = false

  async function send(paper: Paper, aborted: AbortSignal): Promise<Ballot> {
    const drop = random.chance(dropShare)
      ? AbortSignal.timeout(Math.round(random.between(0, slowestDropMs)))
      : undefined
    const stop = AbortSignal.any([aborted, signal, ...(drop ? [drop] : [])])
    const sentAt = performance.now()
    stats.sent += 1
    try {
      const ballot = await Promise.race([server.send(paper, stop), rejectOnAbort(stop)])
      stats.ballotMs.push(performance.now() - sentAt)
      acknowledge(paper, ballot)
      return ballot
    } catch (failure) {
      if (drop?.aborted) stats.dropped += 1
      if (isRefusal(failure) && failure.status < 500 && failure.status !== 429) refuse(paper, failure)
      else doubt(paper)
      throw failure
    }
  }

  function acknowledge(paper: Paper, stands: Ballot): void {
    const { entryId } = paper
    acknowledged.set(entryId, paper)
    tries.delete(entryId)
    unsure.set(
      entryId,
      unsureOf(entryId).filter((other) => newerPaper(paper, other) !== paper),
    )
    stats.acknowledged += 1
    stats.promises.check(
      'repeat',
      Date.parse(stands.editedAt) === Date.parse(paper.editedAt),
      () => `sent the edit of ${paper.editedAt}, and the answer was that ${stands.editedAt} stands`,
    )
  }

  function refuse(paper: Paper, refusal: Problem): void {
    unsure.set(
      paper.entryId,
      unsureOf(paper.entryId).filter((other) => other.editedAt !== paper.editedAt),
    )
    stats.refused += 1
    // Closing while a judge still taps is the only refusal that a judge who follows the stage can meet.
    stats.promises.check('answered', refusal.code === 'scoring-closed', () => `a ballot met “${refusal.message}”`)
  }

  function doubt(paper: Paper): void {
    if (signal.aborted) return
    const { entryId } = paper
    unsure.set(entryId, [...unsureOf(entryId), paper])
    tries.set(entryId, (tries.get(entryId) ?? 0) + 1)
    if (tries.get(entryId) === mostTries)
      stats.promises.check('answered', false, () => `a ballot was not acknowledged in ${mostTries} tries`)
  }

  const unsureOf = (entryId: string) => unsure.get(entryId) ?? []
  const network: BallotNetwork = { send, list: server.list }
  const client = createBallotClient({
    store: createBallotStore(Promise.resolve(createMemoryStorage()), `${slug}/`),
    network,
    clock,
    isOpen: () => !offline,
    onEvent: () => {},
    random: () => random.between(0, 1),
  })
  signal.addEventListener('abort', client.stop, { once: true })

  const tapped = <Args extends unknown[]>(tap: (...args: Args) => void) => {
    return (...args: Args) => {
      stats.taps += 1
      tap(...args)
    }
  }
  return {
    caller,
    paper: client.paper,
    held: () =>
      new Map(
        Object.values(client.outbox()).map(({ paper }) => [
          paper.entryId,
          { paper, acknowledged: acknowledged.get(paper.entryId), unsure: unsureOf(paper.entryId) },
        ]),
      ),
    score: tapped(client.score),
    comment: tapped(client.comment),
    recuse: tapped(client.recuse),
    goOffline() {
      offline = true
    },
    comeBack() {
      offline = false
      client.wake()
    },
    isOffline: () => offline,
    isEmptied: () =>
      Object.values(client.outbox()).every((held) => !held.sending && (isSaved(held) || isRefused(held))),
  }
}

/** Node's fetch may wait for ever when it is aborted between the head of an answer and its body. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  const lost = new Problem('offline', 'The answer was lost', 0)
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(lost), { once: true }))
}
