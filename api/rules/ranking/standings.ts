import type { Method } from '../../schema/event.ts'
import type { Standing as PublishedStanding } from '../../schema/result.ts'
import type { Scale } from './marks.ts'
import type { TieBreakName } from './place-ballots.ts'
import type { WarningCode } from './warnings.ts'

/**
 * An entry added up. `score` (by the method chosen), `rawMean` (plain) and the score's 90 % interval `low` to `high` are
 * on the result's scale; `byCriterion` on each criterion's own. A levelled score can pass the end of the scale: full marks
 * from harsh judges. Null for an entry without a ballot that counts.
 */
export interface Standing extends Omit<PublishedStanding, 'explanation' | 'shownScore'> {
  /** The chance, 0 to 1, of truly being first; the 90 % interval of the true rank. */
  pFirst: number | null
  rankInterval: [number, number] | null
  /** Whose score is equal; what last parted this entry from one of them, null where it has no equal or shares its rank. */
  tiedWith: string[]
  tieBrokenBy: TieBreakName | null
  partedFromAbove: TieBreakName | null
}

/** A judge's marks beside the others' (see JudgeReport), from the levelled fit whatever the method. */
export interface JudgeStanding {
  judgeId: string
  /** Null for a judge with no ballot that counts. */
  leniency: number | null
  marks: number
  outfit: number | null
  agreement: number | null
  outOfLine: boolean
}

/** A warning in words, and the entry or judge it is about, or the entries it is between. */
export interface Warning {
  code: WarningCode
  title: string
  offer: string
  entryId?: string
  judgeId?: string
  entryIds?: string[]
  /** With too-close: the rank after which the order is in doubt, and the chance that the upper of the two is better. */
  place?: number
  chance?: number
}

/** A whole result, ready for a page, a file or an archive. */
export interface BallotRanking {
  method: Method
  /** What scores are on: the rubric's own scale, or 0–100 where criteria have different ones. */
  scale: Scale
  /** Best first; entries that share a rank, and unscored ones (last), by id. */
  standings: Standing[]
  judges: JudgeStanding[]
  /** The chance that the first is truly better than the second; null where there is no second. */
  pBeatRunnerUp: number | null
  /** Groups of entries and judges that share no ballot: more than one, and there is no fair overall ranking. */
  components: { entryIds: string[]; judgeIds: string[] }[]
  warnings: Warning[]
  /** The noise of one mark, in points of `scale`; and the seed of the draws. */
  sigma: number | null
  seed: number
}
