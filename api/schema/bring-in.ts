import { z } from 'zod'
import { entry, entryBody } from './entry.ts'
import { judge, judgeBody } from './judge.ts'
import { id } from './text.ts'

const most = 100

/** Many entries at once. What is in the line-up already is added no second time, so that it may be sent again. */
export const entriesBody = z.object({
  add: z.array(entryBody).max(most),
  change: z.array(z.object({ id, to: entryBody.partial() })).max(most),
})

/** In the order in which they were given. `teamKey` is null for one that was there already, `changed` for one that is gone. */
export const entriesBrought = z.object({
  added: z.array(z.object({ entry, teamKey: z.string().nullable() })),
  changed: z.array(entry.nullable()),
})
export type EntriesBrought = z.infer<typeof entriesBrought>

/** Many judges at once, in the same way. */
export const judgesBody = z.object({
  add: z.array(judgeBody).max(most),
  change: z.array(z.object({ id, to: judgeBody.partial() })).max(most),
})

export const judgesBrought = z.object({
  added: z.array(z.object({ judge, judgeKey: z.string().nullable() })),
  changed: z.array(judge.nullable()),
})
export type JudgesBrought = z.infer<typeof judgesBrought>
