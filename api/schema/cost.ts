import { z } from 'zod'

const count = z.number().int().min(0)

/** What a change would cost once judges have scored: counts of ballots and scores, never a score. */
export const cost = z.strictObject({
  /** Ballots thrown away whole. */
  ballots: count,
  /** Scores thrown away on ballots that stay. */
  scores: count,
  /** Complete ballots that become incomplete, so that their judges are asked again. */
  reopened: count,
  /** Incomplete ballots that become complete with the answers they have. */
  completed: count,
  /** Every score stays, but they add up differently. */
  reweighed: z.boolean(),
  /** Prizes that are then given to nobody. */
  prizes: count,
})
export type Cost = z.infer<typeof cost>
