import type { Ballot } from '../../schema/ballot.ts'
import type { Criterion } from '../../schema/event.ts'
import type { MarkTable, Scale } from './marks.ts'

/** One line of the rubric, as far as ranking goes. A criterion of weight 0 is shown but decides nothing. */
export type RankedCriterion = Pick<Criterion, 'id' | 'min' | 'max' | 'weight'>

/** One judge's paper for one entry. It counts when complete and not a recusal. */
export type CountedBallot = Pick<Ballot, 'entryId' | 'scores' | 'recused' | 'complete'> & { judgeId: string }

/** The rubric, judges, entries and ballots of one ranking. */
export interface Ballots {
  /** In the order of the rubric: of equal weights, the first decides a tie first. */
  criteria: readonly RankedCriterion[]
  entryIds: readonly string[]
  judgeIds: readonly string[]
  ballots: readonly CountedBallot[]
}

/** Every ballot that counts, by entry and judge in the order of their ids, whatever order they came in. */
export interface BallotTables {
  entryIds: string[]
  judgeIds: string[]
  /** The weighted mean of each ballot, on `total.scale`. */
  total: MarkTable
  /** The scores on one criterion, on its own scale, by place in the rubric. */
  ofCriterion: MarkTable[]
}

/**
 * Lays ballots out for ranking. Where criteria have different scales each is mapped onto 0–100 before the weighted
 * mean. Ballots of judges or entries that are not listed count for nothing, so a group can be ranked by itself.
 * Refuses (RangeError) a rubric without weight, a repeated id or ballot, and scores missing, not finite or off the scale.
 */
export function tablesOf({ criteria, ballots, ...given }: Ballots): BallotTables {
  checkRubric(criteria)
  const entryIds = sortedIds(given.entryIds, 'entry')
  const judgeIds = sortedIds(given.judgeIds, 'judge')
  const entryAt = new Map(entryIds.map((id, at) => [id, at]))
  const judgeAt = new Map(judgeIds.map((id, at) => [id, at]))
  const emptyTable = (scale: Scale): MarkTable => ({
    entries: entryIds.length,
    judges: judgeIds.length,
    values: new Float64Array(entryIds.length * judgeIds.length).fill(NaN),
    scale,
  })
  const total = emptyTable(commonScale(criteria))
  const ofCriterion = criteria.map(({ min, max }) => emptyTable({ lo: min, hi: max }))

  for (const ballot of ballots) {
    const entry = entryAt.get(ballot.entryId)
    const judge = judgeAt.get(ballot.judgeId)
    if (!ballot.complete || ballot.recused || entry === undefined || judge === undefined) continue
    const at = entry * judgeIds.length + judge
    if (!Number.isNaN(total.values[at]!))
      throw new RangeError(`Judge ${ballot.judgeId} has two ballots for entry ${ballot.entryId}`)
    criteria.forEach((criterion, place) => {
      ofCriterion[place]!.values[at] = scoreOn(criterion, ballot)
    })
    total.values[at] = markOf(
      criteria,
      ofCriterion.map(({ values }) => values[at]!),
      total.scale,
    )
  }
  return { entryIds, judgeIds, total, ofCriterion }
}

/** The weighted mean of one ballot's scores, in the order of the rubric. */
function markOf(criteria: readonly RankedCriterion[], scores: readonly number[], scale: Scale): number {
  let sum = 0
  let weights = 0
  criteria.forEach(({ min, max, weight }, place) => {
    const own = min === scale.lo && max === scale.hi
    sum += weight * (own ? scores[place]! : ((scores[place]! - min) / (max - min)) * 100)
    weights += weight
  })
  // A mean of equal scores can leave the scale in its last bit.
  return Math.min(scale.hi, Math.max(scale.lo, sum / weights))
}

function commonScale(criteria: readonly RankedCriterion[]): Scale {
  const { min, max } = criteria[0]!
  return criteria.every((other) => other.min === min && other.max === max) ? { lo: min, hi: max } : { lo: 0, hi: 100 }
}

function scoreOn({ id, min, max }: RankedCriterion, { judgeId, entryId, scores }: CountedBallot): number {
  const score = scores[id]
  if (typeof score !== 'number' || !Number.isFinite(score) || score < min || score > max)
    throw new RangeError(`Judge ${judgeId}, entry ${entryId}: ${score} on ${id} is not a score from ${min} to ${max}`)
  return score
}

function checkRubric(criteria: readonly RankedCriterion[]): void {
  const seen = new Set<string>()
  for (const { id, min, max, weight } of criteria) {
    if (seen.has(id)) throw new RangeError(`The criterion ${id} is in the rubric twice`)
    if (!Number.isFinite(min) || !Number.isFinite(max) || min >= max)
      throw new RangeError(`The criterion ${id} needs a finite min below a finite max`)
    if (!Number.isFinite(weight) || weight < 0) throw new RangeError(`The criterion ${id} needs a weight of 0 or more`)
    seen.add(id)
  }
  if (!criteria.some(({ weight }) => weight > 0)) throw new RangeError('The rubric needs a criterion with a weight')
}

function sortedIds(ids: readonly string[], noun: string): string[] {
  // By code unit: a locale would sort differently on another machine, and the draws follow this order.
  const sorted = [...ids].sort()
  const twice = sorted.find((id, at) => id === sorted[at + 1])
  if (twice !== undefined) throw new RangeError(`The ${noun} ${twice} is listed twice`)
  return sorted
}
