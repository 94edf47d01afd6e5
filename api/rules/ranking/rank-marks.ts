import type { Method } from '../../schema/event.ts'
import { findWarnings } from './findings.ts'
import { findComponents } from './fit/components.ts'
import { type Fit, fitLevelled } from './fit/fit.ts'
import { type Chances, drawRanks } from './fit/posterior-draws.ts'
import { type Certainty, chanceBeats, levelledCertainty, meanCertainty } from './fit/uncertainty.ts'
import { type JudgeReport, reportJudges } from './judges.ts'
import { type Marks, rawMeans } from './marks.ts'
import { byHeadToHead, byMedian } from './tie-breaks.ts'
import { type Placing, placeByScore, type TieBreak } from './ties.ts'
import type { Finding } from './warnings.ts'

/** Scores and places over scored entries and active judges, without the uncertainty. */
export interface Placed<Name extends string> {
  marks: Marks
  fit: Fit
  components: ReturnType<typeof findComponents>
  /** By the method chosen; and plain. */
  scores: Float64Array
  raw: Float64Array
  placing: Placing<Name | 'median' | 'head-to-head'>
}

export interface Ranked<Name extends string> extends Placed<Name> {
  certainty: Certainty
  chances: Chances
  /** The chance that the first is truly better than the second; null where there is no second. */
  pBeatRunnerUp: number | null
  judges: JudgeReport[]
  findings: Finding[]
}

/**
 * Scores the entries and puts them in order. `before` break a tie ahead of the median mark and head-to-head, `after`
 * once those have not. Takes at least one mark.
 */
export function placeMarks<Name extends string>(
  marks: Marks,
  method: Method,
  before: readonly TieBreak<Name>[],
  after: readonly TieBreak<Name>[] = [],
): Placed<Name> {
  const components = findComponents(marks)
  const fit = fitLevelled(marks, components.count)
  const raw = rawMeans(marks)
  const scores = method === 'mean' ? raw : fit.fair
  const unlenient = method === 'mean' ? new Float64Array(marks.judges) : fit.leniency
  const tieBreaks: TieBreak<Name | 'median' | 'head-to-head'>[] = [
    ...before,
    byMedian(marks, unlenient),
    byHeadToHead(marks),
    ...after,
  ]
  return { marks, fit, components, scores, raw, placing: placeByScore(scores, tieBreaks) }
}

/** Adds how sure the order is. `honoured` is the last place that is announced: the order is looked at across it too. */
export function rankPlaced<Name extends string>(placed: Placed<Name>, method: Method, honoured: number): Ranked<Name> {
  const { marks, fit, placing } = placed
  const levelled = levelledCertainty(marks, fit)
  const certainty = method === 'mean' ? meanCertainty(marks, placed.raw, fit) : levelled
  const judges = reportJudges(marks, fit)
  const { order, byScore } = placing
  const pBeatRunnerUp = order.length > 1 ? chanceBeats(certainty, order[0]!, order[1]!) : null
  const evidence = { marks, fit, components: placed.components.count, order, certainty, levelled, judges, honoured }
  return {
    ...placed,
    certainty,
    chances: drawRanks(certainty, byScore),
    pBeatRunnerUp,
    judges,
    findings: findWarnings(evidence),
  }
}
