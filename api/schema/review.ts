import { z } from 'zod'
import { disqualification, prize } from './award.ts'
import { ballotSource } from './ballot.ts'
import { award, standing, warning } from './result.ts'

/** An entry as the organiser's review shows it: its standing, and how sure that is. */
export const reviewedEntry = standing.extend({
  /** The chance, 0 to 1, of truly being first; and the 90 % interval of its true rank. */
  pFirst: z.number().nullable(),
  rankInterval: z.tuple([z.number(), z.number()]).nullable(),
})

export const reviewedJudge = z.object({
  judgeId: z.string(),
  name: z.string(),
  /** Points by which this judge marks above the panel. */
  leniency: z.number().nullable(),
  marks: z.number().int(),
  outOfLine: z.boolean(),
  /** Had this judge stayed away: whether the same would win, and who would. */
  stillWins: z.boolean(),
  winnersWithout: z.array(z.string()),
})

/** One ballot in the judge-by-entry grid: its mark on the result's scale; null while unfinished or recused. */
export const reviewedMark = z.object({
  judgeId: z.string(),
  entryId: z.string(),
  mark: z.number().nullable(),
  recused: z.boolean(),
  source: ballotSource,
})

/** Judges on the panel who have not finished an entry that was shown, by entry. */
const missingBallots = z.array(z.object({ entryId: z.string(), judgeIds: z.array(z.string()) }))

/** A warning with the ballots that could still come in and would help. */
const reviewedWarning = warning.extend({ missing: missingBallots })

/** How safe the result is, for the organiser alone, between the close and the reveal. */
export const review = z.object({
  standings: z.array(reviewedEntry),
  judges: z.array(reviewedJudge),
  marks: z.array(reviewedMark),
  awards: z.array(award),
  prizes: z.array(prize),
  disqualified: z.array(disqualification),
  warnings: z.array(reviewedWarning),
  /** The chance that the first is truly better than the second. */
  pBeatRunnerUp: z.number().nullable(),
  /** One sentence: how safe it is. */
  summary: z.string(),
  method: z.enum(['levelled', 'mean']),
  scale: z.object({ lo: z.number(), hi: z.number() }),
  /** Ballots to ask for before the reveal. */
  missing: missingBallots,
})
export type Review = z.infer<typeof review>
