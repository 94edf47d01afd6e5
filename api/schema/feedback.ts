import { z } from 'zod'
import { entry } from './entry.ts'
import { award, standing } from './result.ts'
import { id, paragraph } from './text.ts'

/** `waiting`: the organiser has not read it, or its judge has changed it since. */
export const commentState = z.enum(['waiting', 'approved', 'left-out'])
export type CommentState = z.infer<typeof commentState>

/** A judge's comment, for the organiser: its text in the ballot, and the decision about it. */
export const comment = z.object({
  entryId: z.string(),
  judgeId: z.string(),
  comment: z.string(),
  /** Identifies the comment's text: a decision applies to this text only. */
  digest: z.string(),
  state: commentState,
  /** What the team reads; '' until it is approved. */
  words: z.string(),
  /** Its judge changed it after a decision. */
  changed: z.boolean(),
})
export type Comment = z.infer<typeof comment>

export const decision = z
  .strictObject({
    entryId: id,
    judgeId: id,
    digest: z.string().max(64),
    state: commentState,
    /** Kinder words instead of the judge's own. */
    words: paragraph(2000).optional(),
  })
  .refine((decision) => decision.state !== 'approved' || decision.words !== '', {
    path: ['words'],
    error: 'There is nothing to pass on. Write some words, or leave the comment out',
  })
export type Decision = z.infer<typeof decision>

export const decisionsBody = z.strictObject({ decisions: z.array(decision).min(1).max(1000) })

/** What a team receives after the event. It names no judge, nor does it show who wrote which comment. */
export const teamPack = z.object({
  entry,
  /** By criterion, on its scale: this entry's published score and the median of all entries; null without a score. */
  profile: z.array(z.object({ criterionId: z.string(), score: z.number().nullable(), median: z.number().nullable() })),
  ...standing.pick({ ballots: true, explanation: true }).shape,
  awards: z.array(award.pick({ id: true, kind: true, name: true, rank: true, citation: true })),
  comments: z.array(z.string()),
  /** Why the team gets no award; null for every other. */
  disqualified: z.string().nullable(),
  /** `reading`: the organiser has not read every comment yet. `removed`: deleted with the people's data. */
  commentsAre: z.enum(['reading', 'read', 'removed']),
})
export type TeamPack = z.infer<typeof teamPack>
