import { type BallotClient, type BallotClock, createBallotClient } from '../../../web/ballot/ballot-client.ts'
import { type BallotNetwork, createBallotNetwork } from '../../../web/ballot/ballot-network.ts'
import { createBallotStore } from '../../../web/ballot/ballot-store.ts'
import { isRefused, isSaved } from '../../../web/ballot/held-ballot.ts'
import { Problem } from '../../../web/core/api.ts'
import { createMemoryStorage } from '../../../web/core/memory-storage.ts'
import { type BallotDraft, newerBallot } from '../../rules/ballot/ballot.ts'
import type { Ballot } from '../../schema/ballot.ts'
import { type ApiClient, isRefusal } from '../api-client.ts'
import type { RunStats } from '../checks/run-stats.ts'
import type { Random } from '../random.ts'

export type PhoneBallot = {
  paper: BallotDraft
  acknowledged?: BallotDraft
  /** Sent without a response: the server may have saved them or not. */
  unanswered: BallotDraft[]
}

export type Phone = Pick<BallotClient, 'paper'> & {
  client: ApiClient
  ballots(): ReadonlyMap<string, PhoneBallot>
  score(entryId: string, criterionId: string, value: number): void
  comment(entryId: string, comment: string): void
  recuse(entryId: string): void
  goOffline(): void
  goOnline(): void
  isOffline(): boolean
  isSettled(): boolean
}

type PhoneOptions = {
  client: ApiClient
  slug: string
  clock: BallotClock
  random: Random
  stats: RunStats
  signal: AbortSignal
  dropShare: number
}

const maxTries = 40
const maxDropMs = 12

/** The browsers' ballot client without a screen, on a network that drops responses. */
export function createPhone({ client, slug, clock, random, stats, signal, dropShare }: PhoneOptions): Phone {
  const serverNetwork = createBallotNetwork(client.api, slug)
  const acknowledged = new Map<string, BallotDraft>()
  const unanswered = new Map<string, BallotDraft[]>()
  const tries = new Map<string, number>()
  let offline = false

  async function send(paper: BallotDraft, clientSignal: AbortSignal): Promise<Ballot> {
    const dropSignal = random.chance(dropShare)
      ? AbortSignal.timeout(Math.round(random.between(0, maxDropMs)))
      : undefined
    const stopSignal = AbortSignal.any([clientSignal, signal, ...(dropSignal ? [dropSignal] : [])])
    const sentAt = performance.now()
    stats.sent += 1
    try {
      const ballot = await Promise.race([serverNetwork.send(paper, stopSignal), rejectOnAbort(stopSignal)])
      stats.ballotMs.push(performance.now() - sentAt)
      acknowledge(paper, ballot)
      return ballot
    } catch (failure) {
      if (dropSignal?.aborted) stats.dropped += 1
      if (isRefusal(failure) && failure.status < 500 && failure.status !== 429) refuse(paper, failure)
      else recordUnanswered(paper)
      throw failure
    }
  }

  function acknowledge(paper: BallotDraft, stored: Ballot): void {
    const { entryId } = paper
    acknowledged.set(entryId, paper)
    tries.delete(entryId)
    unanswered.set(
      entryId,
      unansweredFor(entryId).filter((other) => newerBallot(paper, other) !== paper),
    )
    stats.acknowledged += 1
    stats.promises.check(
      'repeat',
      Date.parse(stored.editedAt) === Date.parse(paper.editedAt),
      () => `sent the edit of ${paper.editedAt}, and the response has the edit of ${stored.editedAt}`,
    )
  }

  function refuse(paper: BallotDraft, refusal: Problem): void {
    unanswered.set(
      paper.entryId,
      unansweredFor(paper.entryId).filter((other) => other.editedAt !== paper.editedAt),
    )
    stats.refused += 1
    // A judge who follows the stage can get no other refusal: scoring closed while they tapped.
    stats.promises.check('answered', refusal.code === 'scoring-closed', () => `a ballot met “${refusal.message}”`)
  }

  function recordUnanswered(paper: BallotDraft): void {
    if (signal.aborted) return
    const { entryId } = paper
    unanswered.set(entryId, [...unansweredFor(entryId), paper])
    tries.set(entryId, (tries.get(entryId) ?? 0) + 1)
    if (tries.get(entryId) === maxTries)
      stats.promises.check('answered', false, () => `a ballot was not acknowledged in ${maxTries} tries`)
  }

  const unansweredFor = (entryId: string) => unanswered.get(entryId) ?? []
  const network: BallotNetwork = { send, list: serverNetwork.list }
  const ballotClient = createBallotClient({
    store: createBallotStore(Promise.resolve(createMemoryStorage()), `${slug}/`),
    network,
    clock,
    onEvent: () => {},
    random: () => random.between(0, 1),
  })
  ballotClient.setOpenEntries('all')
  signal.addEventListener('abort', ballotClient.stop, { once: true })

  const countTap = <Args extends unknown[]>(tap: (...args: Args) => void) => {
    return (...args: Args) => {
      stats.taps += 1
      tap(...args)
    }
  }
  return {
    client,
    paper: ballotClient.paper,
    ballots: () =>
      new Map(
        Object.values(ballotClient.outbox()).map(({ paper }) => [
          paper.entryId,
          { paper, acknowledged: acknowledged.get(paper.entryId), unanswered: unansweredFor(paper.entryId) },
        ]),
      ),
    score: countTap(ballotClient.score),
    comment: countTap(ballotClient.comment),
    recuse: countTap(ballotClient.recuse),
    goOffline() {
      offline = true
      ballotClient.setOpenEntries(new Set())
    },
    goOnline() {
      offline = false
      ballotClient.setOpenEntries('all')
      ballotClient.wake()
    },
    isOffline: () => offline,
    isSettled: () =>
      Object.values(ballotClient.outbox()).every((held) => !held.sending && (isSaved(held) || isRefused(held))),
  }
}

/** Node's fetch can hang when it is aborted between the headers and the body of a response. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  const problem = new Problem('offline', 'The answer was lost', 0)
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(problem), { once: true }))
}
