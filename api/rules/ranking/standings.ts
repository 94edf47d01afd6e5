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
  pFirst: number | null
  rankInterval: [number, number] | null
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
  pBeatRunnerUp: number | null
  /** Groups of entries and judges that share no ballot. With more than one there is no fair overall ranking. */
  components: { entryIds: string[]; judgeIds: string[] }[]
  warnings: Warning[]
  /** The noise of one mark, in points of `scale`. */
  sigma: number | null
  seed: number
}
