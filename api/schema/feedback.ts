import { z } from 'zod'
import { entry } from './entry.ts'
import { award, standing } from './result.ts'
import { id, paragraph } from './text.ts'

/** `waiting`: the organiser has not read it, or its judge has changed it since. */
export const commentState = z.enum(['waiting', 'approved', 'left-out'])
export type CommentState = z.infer<typeof commentState>

export const comment = z.object({
  entryId: z.string(),
  judgeId: z.string(),
  comment: z.string(),
  /** A decision applies only to the text with this digest. */
  digest: z.string(),
  state: commentState,
  /** What the team reads; '' until it is approved. */
  words: z.string(),
  changed: z.boolean(),
})
export type Comment = z.infer<typeof comment>

export const decision = z
  .strictObject({
    entryId: id,
    judgeId: id,
    digest: z.string().max(64),
    state: commentState,
    words: paragraph(2000).optional(),
  })
  .refine((decision) => decision.state !== 'approved' || decision.words !== '', {
    path: ['words'],
    error: 'There is nothing to pass on. Write some words, or leave the comment out',
  })
export type Decision = z.infer<typeof decision>

export const decisionsBody = z.strictObject({ decisions: z.array(decision).min(1).max(1000) })

/** Names no judge and does not show who wrote which comment. */
export const teamPack = z.object({
  entry,
  /** By criterion, on its scale: this entry's published score and the median of all entries; null without a score. */
  profile: z.array(z.object({ criterionId: z.string(), score: z.number().nullable(), median: z.number().nullable() })),
  ...standing.pick({ ballots: true, explanation: true }).shape,
  awards: z.array(award.pick({ id: true, kind: true, name: true, rank: true, citation: true, givenBy: true })),
  comments: z.array(z.string()),
  /** The reason; null when the entry is not disqualified. */
  disqualified: z.string().nullable(),
  /** `reading`: the organiser has not read every comment yet. `removed`: deleted with the people's data. */
  commentsAre: z.enum(['reading', 'read', 'removed']),
})
export type TeamPack = z.infer<typeof teamPack>
