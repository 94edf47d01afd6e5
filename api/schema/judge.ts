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
})
export type Judge = z.infer<typeof judge>

export const judgeBody = z.strictObject({
  name: line(80),
  role: optionalLine(80).optional(),
  organisation: optionalLine(120).optional(),
})
export type JudgeBody = z.infer<typeof judgeBody>
