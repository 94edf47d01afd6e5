import { z } from 'zod'
import { line, optionalLine } from './text.ts'

/** waiting: has given a name and is not let in yet. removed: may no longer score; the ballots no longer count. */
export const judgeStatus = z.enum(['waiting', 'admitted', 'removed'])
export type JudgeStatus = z.infer<typeof judgeStatus>

export const judge = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
  status: judgeStatus,
  /** Stepped out for a while: not waited for, ballots still count. */
  away: z.boolean(),
  /** Has come: a phone has used the judge's key, or a ballot exists. */
  arrived: z.boolean(),
  /** The judge who holds this one's ballots and keys since the two were merged. Such a judge stays removed. */
  mergedInto: z.string().nullable(),
})
export type Judge = z.infer<typeof judge>

/** A judge as others on the way in may know them. */
export const judgeName = judge.pick({ id: true, name: true, arrived: true })
export type JudgeName = z.infer<typeof judgeName>

export const judgeBody = z.strictObject({
  name: line(80),
  role: optionalLine(80).optional(),
  organisation: optionalLine(120).optional(),
})
export type JudgeBody = z.infer<typeof judgeBody>

/** Only `name` is needed. The rest makes the call safe to repeat and lets the page ask who somebody is. */
export const joinBody = judgeBody.extend({
  /** Random, made once by the page: a repeat is answered with the same judge and key. */
  joinId: z
    .string()
    .regex(/^[\w-]{22,64}$/, 'Send 22 to 64 random letters and figures')
    .optional(),
  /** The listed judge whom somebody claims to be. */
  judgeId: z.string().max(64).optional(),
  /** Refuse with `same-name` and the candidates where the name may be that of a judge on the panel. */
  askFirst: z.boolean().optional(),
})
export type JoinBody = z.infer<typeof joinBody>

/** What a correction changes; what is left out stays. */
export const judgeChanges = judgeBody.partial()
export type JudgeChanges = z.infer<typeof judgeChanges>

/** What a merge does to the ballots of two judges. */
export const mergePreview = z.object({
  /** Entries that only the judge who stays has a ballot for. */
  own: z.array(z.string()),
  /** Entries that only the other judge has a ballot for: these ballots move. */
  moved: z.array(z.string()),
  /** Entries that both have a ballot for: the newest edit stays. */
  both: z.array(z.object({ entryId: z.string(), newest: z.enum(['own', 'other']) })),
})
export type MergePreview = z.infer<typeof mergePreview>
