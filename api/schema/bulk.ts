import { z } from 'zod'
import { entry, importedEntryBody } from './entry.ts'
import { judge, judgeBody } from './judge.ts'
import { id } from './text.ts'

const maxItems = 100

/** Skips an entry that is already in the line-up, so that the call may be repeated. */
export const entriesBody = z.strictObject({
  add: z.array(importedEntryBody).max(maxItems),
  change: z.array(z.strictObject({ id, to: importedEntryBody.partial() })).max(maxItems),
})

/** In the order of the request. `teamKey` is null for an entry that already existed, `changed` null for one that no longer exists. */
export const bulkEntries = z.object({
  added: z.array(z.object({ entry, teamKey: z.string().nullable() })),
  changed: z.array(entry.nullable()),
})
export type BulkEntries = z.infer<typeof bulkEntries>

export const judgesBody = z.strictObject({
  add: z.array(judgeBody).max(maxItems),
  change: z.array(z.strictObject({ id, to: judgeBody.partial() })).max(maxItems),
})

export const bulkJudges = z.object({
  added: z.array(z.object({ judge, judgeKey: z.string().nullable() })),
  changed: z.array(judge.nullable()),
})
export type BulkJudges = z.infer<typeof bulkJudges>
