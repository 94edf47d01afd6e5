import { z } from 'zod'
import { entry } from './entry.ts'
import { award, standing } from './result.ts'
import { id, paragraph } from './text.ts'

/** `waiting`: the organiser has not read it, or its judge has changed it since. */
export const commentState = z.enum(['waiting', 'approved', 'left-out'])
export type CommentState = z.infer<typeof commentState>

/** A judge's comment, for the organiser: as it stands in the ballot, and what was decided about it. */
export const comment = z.object({
  entryId: z.string(),
  judgeId: z.string(),
  comment: z.string(),
  /** Names the comment as it is now: a decision is about this and no other. */
  digest: z.string(),
  state: commentState,
  /** What the team reads once it is approved; '' until then. */
  words: z.string(),
  /** It was decided once, and its judge has changed it since. */
  changed: z.boolean(),
})
export type Comment = z.infer<typeof comment>

export const decision = z
  .strictObject({
    entryId: id,
    judgeId: id,
    digest: z.string().max(64),
    state: commentState,
    /** Kinder words than the judge's own; without them it is passed on as it was written. */
    words: paragraph(2000).optional(),
  })
  .refine((one) => one.state !== 'approved' || one.words !== '', {
    path: ['words'],
    error: 'There is nothing to pass on. Write some words, or leave the comment out',
  })
export type Decision = z.infer<typeof decision>

export const decisionsBody = z.strictObject({ decisions: z.array(decision).min(1).max(1000) })

/** What a team takes home. No judge is named in it, and nothing in it says who wrote what. */
export const pack = z.object({
  entry,
  /** By criterion, on its own scale: this entry's score as it was published, and the median entry's; null when nobody scored it. */
  profile: z.array(z.object({ criterionId: z.string(), score: z.number().nullable(), median: z.number().nullable() })),
  ...standing.pick({ ballots: true, explanation: true }).shape,
  awards: z.array(award.pick({ id: true, kind: true, name: true, rank: true, citation: true })),
  comments: z.array(z.string()),
  /** Why the team is out of the awards; null for every other. */
  disqualified: z.string().nullable(),
  /** `reading`: the organiser has not read all the judges' comments yet. `removed`: with the people's data. */
  commentsAre: z.enum(['reading', 'read', 'removed']),
})
export type Pack = z.infer<typeof pack>
