import { z } from 'zod'
import { moment, paragraph } from './text.ts'

/** One judge's paper for one entry, whole each time. */
export const ballot = z.object({
  entryId: z.string(),
  /** Whole points by criterion; a criterion not yet scored is absent. */
  scores: z.record(z.string(), z.number().int()),
  comment: z.string(),
  recused: z.boolean(),
  /** Every criterion has a score, and the judge has not stepped aside. */
  complete: z.boolean(),
  /** The tap, by the phone's server-corrected clock: the newest wins. */
  editedAt: z.string(),
  /** When it was committed and on disk. */
  savedAt: z.string(),
})
export type Ballot = z.infer<typeof ballot>

export const ballotBody = z.object({
  scores: z.record(z.string().max(40), z.number().int('Points are whole')),
  comment: paragraph(2000).optional(),
  recused: z.boolean().optional(),
  editedAt: moment,
})
export type BallotBody = z.infer<typeof ballotBody>
