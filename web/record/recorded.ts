import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Record } from '../../api/schema/result.ts'
import { api, ask } from '../core/api.ts'
import { readEventAndLineUp } from '../core/read-event.ts'

export type Recorded = { event: Event; entries: Entry[]; record: Record }

export async function readRecorded(slug: string): Promise<Recorded> {
  const [{ event, entries }, record] = await Promise.all([
    readEventAndLineUp(slug),
    ask<Record>(api.events[':slug'].record.$get({ param: { slug } })),
  ])
  return { event, entries, record }
}
