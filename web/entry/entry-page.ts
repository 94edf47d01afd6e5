import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import { api, ask } from '../core/api.ts'
import { readEventAndLineUp } from '../core/read-event.ts'

export type EntryPageContent = {
  event: Event
  entry: Entry
  /** This browser has a judge's key of the event. */
  judgesHere: boolean
}

export function entryIdOfPath(): string {
  return decodeURIComponent(location.pathname.split('/')[4] ?? '')
}

/** `entry` is undefined when the event has none of this id. */
export async function fetchEntryPage(
  slug: string,
  entryId: string,
): Promise<Omit<EntryPageContent, 'entry'> & { entry: Entry | undefined }> {
  const [{ event, entries }, judgesHere] = await Promise.all([readEventAndLineUp(slug), hasJudgeKey(slug)])
  return { event, entry: entries.find(({ id }) => id === entryId), judgesHere }
}

/** False when the server does not answer: the page then offers to join, which leads a judge to the ballot as well. */
async function hasJudgeKey(slug: string): Promise<boolean> {
  const { doors } = await ask(api.session.$get()).catch(() => ({ doors: [] }))
  return doors.some(({ role, eventSlug }) => role === 'judge' && eventSlug === slug)
}
