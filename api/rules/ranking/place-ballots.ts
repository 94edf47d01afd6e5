import type { Method } from '../../schema/event.ts'
import type { Ballots, BallotTables } from './ballots.ts'
import { findComponents } from './fit/components.ts'
import { fitLevelled } from './fit/fit.ts'
import { rawMeans, selectMarks } from './marks.ts'
import { type PlacedMarks, placeMarks } from './rank-marks.ts'
import { byCastingVote } from './tie-breaks.ts'
import type { TieBreak } from './ties.ts'

export interface CastingVote {
  entryIds: readonly string[]
}

export interface RankingInput extends Ballots {
  method: Method
  announcedPlaces?: number
  /** Oldest first. A vote, best entry first, counts only while exactly its entries are tied. */
  castingVotes?: readonly CastingVote[]
}

export type TieBreakName = `criterion:${string}` | 'median' | 'head-to-head' | 'casting-vote'

/** By scored entry, on the criterion's scale: by the chosen method, and the plain mean. */
export interface CriterionScores {
  scores: Float64Array
  raw: Float64Array
}

export interface PlacedBallots {
  tables: BallotTables
  placedMarks: PlacedMarks<TieBreakName>
  scoresByCriterion(place: number): CriterionScores
}

export function placeBallots(input: RankingInput, tables: BallotTables, absent = -1): PlacedBallots | null {
  const { criteria, method, castingVotes = [] } = input
  const marks = selectMarks(tables.total, absent)
  if (marks.entries === 0) return null

  // Fitted on demand: most criteria are never needed for a tie.
  const cache = new Map<number, CriterionScores>()
  const scoresByCriterion = (place: number): CriterionScores => {
    const scores = cache.get(place) ?? scoreCriterion(tables, place, method, absent)
    cache.set(place, scores)
    return scores
  }
  const byWeight: TieBreak<TieBreakName>[] = criteria
    .map(({ id, weight }, place) => ({ id, weight, place }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ id, place }) => ({
      name: `criterion:${id}`,
      values: (group) => group.map((entry) => scoresByCriterion(place).scores[entry]!),
    }))

  const indexById = new Map(Array.from(marks.entryIndex, (at, i) => [tables.entryIds[at]!, i]))
  const votes = castingVotes.map(({ entryIds }) => entryIds.map((id) => indexById.get(id) ?? -1))
  const placedMarks = placeMarks(marks, method, byWeight, [byCastingVote(votes)])
  return { tables, placedMarks, scoresByCriterion }
}

function scoreCriterion(tables: BallotTables, place: number, method: Method, absent: number): CriterionScores {
  const marks = selectMarks(tables.byCriterion[place]!, absent)
  const raw = rawMeans(marks)
  return { raw, scores: method === 'mean' ? raw : fitLevelled(marks, findComponents(marks).count).fair }
}
