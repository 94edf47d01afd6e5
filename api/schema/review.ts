import { z } from 'zod'
import { disqualification, prize } from './award-decisions.ts'
import { ballotSource } from './ballot.ts'
import { award, standing, warning } from './result.ts'

export const reviewedEntry = standing.extend({
  /** The chance, 0 to 1, of truly being first, and the 90 % interval of the true rank. */
  pFirst: z.number().nullable(),
  rankInterval: z.tuple([z.number(), z.number()]).nullable(),
})

export const reviewedJudge = z.object({
  judgeId: z.string(),
  name: z.string(),
  leniency: z.number().nullable(),
  marks: z.number().int(),
  outOfLine: z.boolean(),
  /** Whether the same entry would win without this judge. */
  stillWins: z.boolean(),
  winnersWithout: z.array(z.string()),
})

/** On the result's scale; null while unfinished or recused. */
export const reviewedMark = z.object({
  judgeId: z.string(),
  entryId: z.string(),
  mark: z.number().nullable(),
  recused: z.boolean(),
  source: ballotSource,
})

/** By open entry, the judges on the panel who have not finished it. */
const missingBallots = z.array(z.object({ entryId: z.string(), judgeIds: z.array(z.string()) }))

/** `about`: the award or challenge that it concerns. */
const reviewedWarning = warning.extend({ missing: missingBallots, about: z.string().optional() })

export const review = z.object({
  standings: z.array(reviewedEntry),
  judges: z.array(reviewedJudge),
  marks: z.array(reviewedMark),
  awards: z.array(award),
  prizes: z.array(prize),
  disqualified: z.array(disqualification),
  warnings: z.array(reviewedWarning),
  /** The chance, 0 to 1, that the first is truly better than the second. */
  pBeatRunnerUp: z.number().nullable(),
  summary: z.string(),
  method: z.enum(['levelled', 'mean']),
  scale: z.object({ lo: z.number(), hi: z.number() }),
  missing: missingBallots,
})
export type Review = z.infer<typeof review>
