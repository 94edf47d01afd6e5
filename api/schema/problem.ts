import { z } from 'zod'
import { judgeName } from './judge.ts'
import { cost } from './judging/cost.ts'

/** RFC 9457. `type` is `/problems/<code>`: switch on it. `title` may be shown to a judge. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  fields: z.array(z.object({ pointer: z.string(), title: z.string() })).optional(),
  /** For `ballots-at-stake`. The client sends it back as `accept` once a person has seen it. */
  cost: cost.optional(),
  /** For `same-name`, the likeliest first. */
  candidates: z.array(judgeName).optional(),
})
export type Problem = z.infer<typeof problem>
