import type { Ballot } from '../../schema/ballot.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'
import type { MarkTable, Scale } from './marks.ts'

/** Weight 0: shown, without influence on the order. */
export type RankedCriterion = Pick<Criterion, 'id' | 'min' | 'max' | 'weight'>

export type CountedBallot = Pick<Ballot, 'entryId' | 'scores' | 'recused' | 'complete'> & { judgeId: string }

export interface Ballots {
  /** In rubric order: of criteria with equal weight, the first breaks ties first. */
  criteria: readonly RankedCriterion[]
  entryIds: readonly string[]
  judgeIds: readonly string[]
  ballots: readonly CountedBallot[]
}

/**
 * Entries and judges by id, whatever the order of the input. `total`: each ballot's weighted mean, on `total.scale`. `byCriterion`: in
 * rubric order, each on its own scale.
 */
export interface BallotTables {
  entryIds: string[]
  judgeIds: string[]
  total: MarkTable
  byCriterion: MarkTable[]
}

/**
 * Arranges ballots for ranking. Criteria with different scales are mapped onto 0–100 before the weighted mean. Ballots of judges or entries
 * that are not listed do not count, so a group can be ranked by itself. Refuses (RangeError) a rubric without weight, a repeated id or
 * ballot, and scores missing, not finite or off the scale.
 */
export function buildTables({ criteria, ballots, ...ids }: Ballots): BallotTables {
  checkRubric(criteria)
  const entryIds = sortedIds(ids.entryIds, 'entry')
  const judgeIds = sortedIds(ids.judgeIds, 'judge')
  const entryAt = new Map(entryIds.map((id, at) => [id, at]))
  const judgeAt = new Map(judgeIds.map((id, at) => [id, at]))
  const emptyTable = (scale: Scale): MarkTable => ({
    entries: entryIds.length,
    judges: judgeIds.length,
    values: new Float64Array(entryIds.length * judgeIds.length).fill(NaN),
    scale,
  })
  const total = emptyTable(commonScale(criteria))
  const byCriterion = criteria.map(({ min, max }) => emptyTable({ lo: min, hi: max }))

  for (const ballot of ballots) {
    const entry = entryAt.get(ballot.entryId)
    const judge = judgeAt.get(ballot.judgeId)
    if (!ballot.complete || ballot.recused || entry === undefined || judge === undefined) continue
    const at = entry * judgeIds.length + judge
    if (!Number.isNaN(total.values[at]!))
      throw new RangeError(`Judge ${ballot.judgeId} has two ballots for entry ${ballot.entryId}`)
    criteria.forEach((criterion, place) => {
      byCriterion[place]!.values[at] = scoreOn(criterion, ballot)
    })
    total.values[at] = weightedMean(
      criteria,
      byCriterion.map(({ values }) => values[at]!),
      total.scale,
    )
  }
  return { entryIds, judgeIds, total, byCriterion }
}

function weightedMean(criteria: readonly RankedCriterion[], scores: readonly number[], scale: Scale): number {
  let sum = 0
  let weights = 0
  criteria.forEach(({ min, max, weight }, place) => {
    const onResultScale = min === scale.lo && max === scale.hi
    sum += weight * (onResultScale ? scores[place]! : ((scores[place]! - min) / (max - min)) * 100)
    weights += weight
  })
  // Rounding can push a mean of equal scores off the scale in the last bit.
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
  const ids = new Set<string>()
  for (const { id, min, max, weight } of criteria) {
    if (ids.has(id)) throw new RangeError(`The criterion ${id} is in the rubric twice`)
    if (!Number.isFinite(min) || !Number.isFinite(max) || min >= max)
      throw new RangeError(`The criterion ${id} needs a finite min below a finite max`)
    if (!Number.isFinite(weight) || weight < 0) throw new RangeError(`The criterion ${id} needs a weight of 0 or more`)
    ids.add(id)
  }
  if (!criteria.some(({ weight }) => weight > 0)) throw new RangeError('The rubric needs a criterion with a weight')
}

function sortedIds(ids: readonly string[], noun: string): string[] {
  // By code unit: a locale's order differs between machines, and the random draws follow this order.
  const sorted = [...ids].sort()
  const duplicate = sorted.find((id, at) => id === sorted[at + 1])
  if (duplicate !== undefined) throw new RangeError(`The ${noun} ${duplicate} is listed twice`)
  return sorted
}
