import { z } from 'zod'
import { line, optionalLine } from './text.ts'

/** waiting: joined by name and not admitted yet. removed: may no longer score, and the ballots do not count. */
export const judgeStatus = z.enum(['waiting', 'admitted', 'removed'])
export type JudgeStatus = z.infer<typeof judgeStatus>

export const judge = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
  status: judgeStatus,
  /** Out of the room for a while: nobody waits for this judge, whose ballots still count. */
  away: z.boolean(),
  /** A phone has used the judge's key, or a ballot exists. */
  arrived: z.boolean(),
  /** The judge who got this one's ballots and keys in a merge. This one stays removed. */
  mergedInto: z.string().nullable(),
})
export type Judge = z.infer<typeof judge>

/** A judge as people who join may see them. */
export const judgeName = judge.pick({ id: true, name: true, arrived: true })
export type JudgeName = z.infer<typeof judgeName>

export const judgeBody = z.strictObject({
  name: line(80),
  role: optionalLine(80).optional(),
  organisation: optionalLine(120).optional(),
})
export type JudgeBody = z.infer<typeof judgeBody>

/** Only `name` is required. The rest makes the call safe to repeat and lets the page ask who the person is. */
export const joinBody = judgeBody.extend({
  /** Random, made once by the page: a repeated call gets the same judge and key. */
  joinId: z
    .string()
    .regex(/^[\w-]{22,64}$/, 'Send 22 to 64 random letters and figures')
    .optional(),
  /** The listed judge whom the person claims to be. */
  judgeId: z.string().max(64).optional(),
  /** Refuse with `same-name` and the candidates when the name may be that of a judge on the panel. */
  askFirst: z.boolean().optional(),
})
export type JoinBody = z.infer<typeof joinBody>

export const judgeChanges = judgeBody.partial()
export type JudgeChanges = z.infer<typeof judgeChanges>

export const mergePreview = z.object({
  /** Entries for which only the judge who stays has a ballot. */
  own: z.array(z.string()),
  /** Entries for which only the other judge has a ballot, which moves. */
  moved: z.array(z.string()),
  /** Entries for which both have a ballot: the newest edit stays. */
  both: z.array(z.object({ entryId: z.string(), newest: z.enum(['own', 'other']) })),
})
export type MergePreview = z.infer<typeof mergePreview>
