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

export interface PlacedMarks<Name extends string> {
  marks: Marks
  fit: Fit
  components: ReturnType<typeof findComponents>
  scores: Float64Array
  raw: Float64Array
  placing: Placing<Name | 'median' | 'head-to-head'>
}

export interface RankedMarks<Name extends string> extends PlacedMarks<Name> {
  certainty: Certainty
  chances: Chances
  pBeatRunnerUp: number | null
  judges: JudgeReport[]
  findings: Finding[]
}

/**
 * Scores and orders the entries. `tieBreaksBefore` apply before the median mark and head-to-head, `tieBreaksAfter` after them.
 * Needs at least one mark.
 */
export function placeMarks<Name extends string>(
  marks: Marks,
  method: Method,
  tieBreaksBefore: readonly TieBreak<Name>[],
  tieBreaksAfter: readonly TieBreak<Name>[] = [],
): PlacedMarks<Name> {
  const components = findComponents(marks)
  const fit = fitLevelled(marks, components.count)
  const raw = rawMeans(marks)
  const scores = method === 'mean' ? raw : fit.fair
  const leniency = method === 'mean' ? new Float64Array(marks.judges) : fit.leniency
  const tieBreaks: TieBreak<Name | 'median' | 'head-to-head'>[] = [
    ...tieBreaksBefore,
    byMedian(marks, leniency),
    byHeadToHead(marks),
    ...tieBreaksAfter,
  ]
  return { marks, fit, components, scores, raw, placing: placeByScore(scores, tieBreaks) }
}

/** The warnings look at the order around first place and the last announced place. */
export function rankPlaced<Name extends string>(
  placedMarks: PlacedMarks<Name>,
  method: Method,
  announcedPlaces: number,
): RankedMarks<Name> {
  const { marks, fit, placing } = placedMarks
  const levelled = levelledCertainty(marks, fit)
  const certainty = method === 'mean' ? meanCertainty(marks, placedMarks.raw, fit) : levelled
  const judges = reportJudges(marks, fit)
  const { order, byScore } = placing
  const pBeatRunnerUp = order.length > 1 ? chanceBeats(certainty, order[0]!, order[1]!) : null
  const warningInput = {
    marks,
    fit,
    components: placedMarks.components.count,
    order,
    certainty,
    levelled,
    judges,
    announcedPlaces,
  }
  return {
    ...placedMarks,
    certainty,
    chances: drawRanks(certainty, byScore),
    pBeatRunnerUp,
    judges,
    findings: findWarnings(warningInput),
  }
}
