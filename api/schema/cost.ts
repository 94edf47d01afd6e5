import { z } from 'zod'

const count = z.number().int().min(0)

/** What a change would cost once judges have scored: counts of ballots and scores, never a score. */
export const cost = z.strictObject({
  ballots: count,
  scores: count,
  /** Complete ballots that become incomplete, so that their judges must score again. */
  reopened: count,
  /** Incomplete ballots that become complete with the scores they have. */
  completed: count,
  /** Every score stays, but the weights differ. */
  reweighed: z.boolean(),
  prizes: count,
})
export type Cost = z.infer<typeof cost>
