import { z } from 'zod'
import { id, moment, paragraph } from './text.ts'

export const ballotSource = z.enum(['phone', 'paper'])
export type BallotSource = z.infer<typeof ballotSource>

export const ballot = z.object({
  entryId: z.string(),
  /** Whole points by criterion id; a criterion not yet scored is absent. */
  scores: z.record(z.string(), z.number().int()),
  comment: z.string(),
  recused: z.boolean(),
  complete: z.boolean(),
  /** When the judge tapped, by the server-corrected clock: the newest edit wins. */
  editedAt: z.string(),
  /** When the edit was committed and synced to disk. */
  savedAt: z.string(),
  source: ballotSource.default('phone'),
})
export type Ballot = z.infer<typeof ballot>

export const ballotBody = z.strictObject({
  scores: z.record(z.string().max(40), z.number().int('Points are whole')),
  comment: paragraph(2000).optional(),
  recused: z.boolean().optional(),
  editedAt: moment,
})
export const archivedBallot = z.strictObject({
  judgeId: id,
  entryId: id,
  ...ballotBody.required().shape,
  complete: z.boolean(),
  savedAt: moment,
  source: ballotSource.default('phone'),
})
export type BallotBody = z.infer<typeof ballotBody>

/** Replaces a ballot from the judge's phone only with `overPhone`. */
export const paperBody = ballotBody.extend({ overPhone: z.boolean().optional() })

/** Contains neither the ballot's content nor whether it is finished. */
export const ballotReference = z.object({ judgeId: z.string(), entryId: z.string(), source: ballotSource })
export type BallotReference = z.infer<typeof ballotReference>
