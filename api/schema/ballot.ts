import { z } from 'zod'
import { moment, paragraph } from './text.ts'

/** Tapped on the judge's phone, or copied by the organiser from a paper ballot in the judge's name. */
export const ballotSource = z.enum(['phone', 'paper'])
export type BallotSource = z.infer<typeof ballotSource>

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
  /** Archives from before paper was taken say nothing. */
  source: ballotSource.default('phone'),
})
export type Ballot = z.infer<typeof ballot>

export const ballotBody = z.strictObject({
  scores: z.record(z.string().max(40), z.number().int('Points are whole')),
  comment: paragraph(2000).optional(),
  recused: z.boolean().optional(),
  editedAt: moment,
})
export type BallotBody = z.infer<typeof ballotBody>

/** A ballot copied from paper. Over one that the judge's phone has sent it goes only when the organiser says so. */
export const paperBody = ballotBody.extend({ overPhone: z.boolean().optional() })

/** That there is a ballot and how it came in; never what is on it, nor whether it is finished. */
export const ballotThere = z.object({ judgeId: z.string(), entryId: z.string(), source: ballotSource })
export type BallotThere = z.infer<typeof ballotThere>
