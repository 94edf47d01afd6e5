import type { Method } from '../../schema/event.ts'
import type { Standing as PublishedStanding } from '../../schema/result.ts'
import type { Scale } from './marks.ts'
import type { TieBreakName } from './place-ballots.ts'
import type { WarningCode } from './warnings.ts'

/**
 * `score` (by the chosen method), `rawMean` (plain) and the score's 90 % interval `low` to `high` are on the result's scale; `byCriterion` on
 * each criterion's own. A levelled score can pass the end of the scale: full marks from harsh judges. Null without a counted ballot.
 */
export interface Standing extends Omit<PublishedStanding, 'explanation' | 'shownScore'> {
  /** The chance, 0 to 1, of truly being first, and the 90 % interval of the true rank. */
  pFirst: number | null
  rankInterval: [number, number] | null
  /** Entries with an equal score; the last tie-break against one of them, null without an equal or with a shared rank. */
  tiedWith: string[]
  tieBrokenBy: TieBreakName | null
  partedFromAbove: TieBreakName | null
}

/** See JudgeReport; always from the levelled fit. */
export interface JudgeStanding {
  judgeId: string
  leniency: number | null
  marks: number
  outfit: number | null
  agreement: number | null
  outOfLine: boolean
}

/** A warning in words, with the entry, judge or entries concerned. */
export interface Warning {
  code: WarningCode
  title: string
  offer: string
  entryId?: string
  judgeId?: string
  entryIds?: string[]
  /** With too-close: the rank after which the order is in doubt, and the chance, 0 to 1, that the upper of the two is better. */
  place?: number
  chance?: number
}

export interface BallotRanking {
  method: Method
  /** The rubric's own scale, or 0–100 where criteria have different ones. */
  scale: Scale
  /** Best first; entries of equal rank, and unscored ones (last), by id. */
  standings: Standing[]
  judges: JudgeStanding[]
  /** The chance, 0 to 1, that the first is truly better than the second; null without a second. */
  pBeatRunnerUp: number | null
  /** Groups of entries and judges that share no ballot. With more than one there is no fair overall ranking. */
  components: { entryIds: string[]; judgeIds: string[] }[]
  warnings: Warning[]
  /** The noise of one mark, in points of `scale`, and the seed of the draws. */
  sigma: number | null
  seed: number
}
