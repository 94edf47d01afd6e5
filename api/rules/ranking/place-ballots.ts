import type { Method } from '../../schema/event.ts'
import type { Ballots, BallotTables } from './ballots.ts'
import { findComponents } from './fit/components.ts'
import { fitLevelled } from './fit/fit.ts'
import { marksOf, rawMeans } from './marks.ts'
import { type Placed, placeMarks } from './rank-marks.ts'
import { byCastingVote } from './tie-breaks.ts'
import type { TieBreak } from './ties.ts'

/** The chair's decision on a tie: its entries, best first. */
export interface CastingVote {
  entryIds: readonly string[]
}

export interface RankingInput extends Ballots {
  method: Method
  /** How many places are announced (3 unless told): the order is looked at across the last of them too. */
  honoured?: number
  /** As they were given, the latest last. A vote counts only while its tie stands. */
  castingVotes?: readonly CastingVote[]
}

/** What parted two entries of equal score. */
export type TieBreakName = `criterion:${string}` | 'median' | 'head-to-head' | 'casting-vote'

/** An entry's score on one criterion, by the method chosen, and the plain mean; both on the criterion's own scale. */
export interface CriterionScores {
  scores: Float64Array
  raw: Float64Array
}

export interface PlacedBallots {
  tables: BallotTables
  placed: Placed<TieBreakName>
  /** By place in the rubric, over the scored entries. */
  onCriterion(place: number): CriterionScores
}

/** Places the entries, as if `absent` (a place among the judges) had stayed away; null where no ballot is left. */
export function placeBallots(input: RankingInput, tables: BallotTables, absent = -1): PlacedBallots | null {
  const { criteria, method, castingVotes = [] } = input
  const marks = marksOf(tables.total, absent)
  if (marks.entries === 0) return null

  // A criterion is fitted only when a tie or a page asks for it.
  const known = new Map<number, CriterionScores>()
  const onCriterion = (place: number): CriterionScores => {
    const fit = known.get(place) ?? scoreCriterion(tables, place, method, absent)
    known.set(place, fit)
    return fit
  }
  const byWeight: TieBreak<TieBreakName>[] = criteria
    .map(({ id, weight }, place) => ({ id, weight, place }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ id, place }) => ({
      name: `criterion:${id}`,
      values: (group) => group.map((entry) => onCriterion(place).scores[entry]!),
    }))

  const seats = new Map(Array.from(marks.entryIndex, (at, i) => [tables.entryIds[at]!, i]))
  const votes = castingVotes.map(({ entryIds }) => entryIds.map((id) => seats.get(id) ?? -1))
  const placed = placeMarks(marks, method, byWeight, [byCastingVote(votes)])
  return { tables, placed, onCriterion }
}

function scoreCriterion(tables: BallotTables, place: number, method: Method, absent: number): CriterionScores {
  const marks = marksOf(tables.ofCriterion[place]!, absent)
  const raw = rawMeans(marks)
  return { raw, scores: method === 'mean' ? raw : fitLevelled(marks, findComponents(marks).count).fair }
}
