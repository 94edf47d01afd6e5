import { z } from 'zod'

const count = z.number().int().min(0)

/**
 * Counts, never a score. `reopened`: complete ballots that become incomplete, so that their judges must score again. `completed`: the
 * reverse. `reweighed`: only the weights change.
 */
export const cost = z.strictObject({
  ballots: count,
  scores: count,
  reopened: count,
  completed: count,
  reweighed: z.boolean(),
  prizes: count,
})
export type Cost = z.infer<typeof cost>
