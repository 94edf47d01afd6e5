import { createHash } from 'node:crypto'
import type { StoredEntry } from '../rules/event/entry.ts'
import { computeRevealSteps } from '../rules/result/awards.ts'
import { toCountedChallenge } from '../rules/result/challenges.ts'
import { computeResult, type ResultInput } from '../rules/result/result.ts'
import type { CountedInput, Result } from '../schema/result.ts'
import { listCastingVotes, listPrizes } from '../store/awards/awards.ts'
import { listChallengeOnlyIds } from '../store/awards/challenges.ts'
import { listCountedBallots } from '../store/ballots.ts'
import { listEntries } from '../store/entries.ts'
import type { StoredEvent } from '../store/events.ts'
import { countRemovedJudges } from '../store/judges/judges.ts'
import { saveFixedResult } from '../store/results.ts'
import type { Query } from '../store/sql.ts'

/** Leaves out ballots for warm-ups and disqualified entries. */
export async function readResultInput(sql: Query, event: StoredEvent, entries: StoredEntry[]) {
  const ballots = await listCountedBallots(sql, event.id)
  const prizes = await listPrizes(sql, event.id)
  const votes = await listCastingVotes(sql, event.id)
  const challengeOnlyIds = await listChallengeOnlyIds(sql, event.id)
  const removedJudges = await countRemovedJudges(sql, event.id)
  const scoredEntries = entries.filter((entry) => !entry.warmUp)
  const countedIds = scoredEntries.flatMap(({ id, disqualified }) => (disqualified === null ? id : []))
  const counted: CountedInput = {
    criteria: event.criteria.map(({ id, min, max, weight }) => ({ id, min, max, weight })),
    method: event.method,
    places: event.places,
    entryIds: countedIds,
    ballots: ballots
      .filter((ballot) => countedIds.includes(ballot.entryId))
      .map(({ comment: _comment, savedAt: _savedAt, ...ballot }) => ballot),
    votes: votes.map(({ entryIds, joint }) => ({ entryIds, joint })),
    ...(event.challenges.length > 0 && { challenges: event.challenges.map(toCountedChallenge) }),
    ...(challengeOnlyIds.length > 0 && { challengeOnlyIds }),
  }
  const disqualified = scoredEntries.flatMap(({ id: entryId, disqualified: reason }) =>
    reason === null ? [] : { entryId, reason },
  )
  return { event, counted, prizes, votes, removedJudges, disqualified } satisfies ResultInput
}

export async function currentResult(sql: Query, event: StoredEvent, nowMs: number): Promise<Result> {
  const input = await readResultInput(sql, event, await listEntries(sql, event.id))
  return computeResult(input, null, new Date(nowMs).toISOString())
}

/**
 * Computes the result once and saves it with its input, in the transaction that starts the reveal. Saves nothing and returns 0 when there
 * is nothing to reveal.
 */
export async function fixResult(tx: Query, event: StoredEvent, entries: StoredEntry[], nowMs: number): Promise<number> {
  const input = await readResultInput(tx, event, entries)
  const { counted } = input
  const result = computeResult(input, digestOf(counted.ballots), new Date(nowMs).toISOString())
  const steps = computeRevealSteps(result.awards, Math.min(counted.places, counted.entryIds.length))
  if (steps.length > 0) await saveFixedResult(tx, event.id, { result, steps, counted })
  return steps.length
}

/** SHA-256 over the counted ballots, a line of JSON each. The archive has the same ballots, so anyone can check it. */
export function digestOf(ballots: CountedInput['ballots']): string {
  const hash = createHash('sha256')
  for (const { judgeId, entryId, scores, recused, editedAt } of ballots) {
    const sortedScores = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1))
    hash.update(`${JSON.stringify([judgeId, entryId, sortedScores, recused, editedAt])}\n`)
  }
  return hash.digest('hex')
}
