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
  /** Scores only for challenges, and not for the places. */
  challengeOnly: z.boolean(),
  /** A phone has used the judge's key, or a ballot exists. */
  arrived: z.boolean(),
  /** The judge who got the ballots and keys of this removed judge in a merge. */
  mergedInto: z.string().nullable(),
})
export type Judge = z.infer<typeof judge>

export const judgeName = judge.pick({ id: true, name: true, arrived: true })
export type JudgeName = z.infer<typeof judgeName>

export const judgeBody = z.strictObject({
  name: line(80),
  role: optionalLine(80).optional(),
  organisation: optionalLine(120).optional(),
})
export type JudgeBody = z.infer<typeof judgeBody>

export const joinBody = judgeBody.extend({
  /** The page makes it once, at random: a repeated call gets the same judge and key. */
  joinId: z
    .string()
    .regex(/^[\w-]{22,64}$/, 'Send 22 to 64 random letters and figures')
    .optional(),
  judgeId: z.string().max(64).optional(),
  /** Refuse with `same-name` and the candidates if a judge on the panel may have this name. */
  askFirst: z.boolean().optional(),
})
export type JoinBody = z.infer<typeof joinBody>

export const judgeChanges = judgeBody.partial()
export type JudgeChanges = z.infer<typeof judgeChanges>

export const mergePreview = z.object({
  /**
   * Ids of entries for which only the judge who stays has a ballot (`own`), only the other has (`moved`), or both have (`both`: the newest
   * edit stays).
   */
  own: z.array(z.string()),
  moved: z.array(z.string()),
  both: z.array(z.object({ entryId: z.string(), newest: z.enum(['own', 'other']) })),
})
export type MergePreview = z.infer<typeof mergePreview>
