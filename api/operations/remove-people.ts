import type { JSONValue } from 'postgres'
import { changeEvent } from '../store/change-event.ts'
import { deleteRehearsal } from '../store/copy.ts'
import { deletePeopleData, isPeopleRemovalDue } from '../store/people.ts'
import type { ArchiveFolder } from './archive-files.ts'

export type RemovalContext = Parameters<typeof changeEvent>[0] & { archives: ArchiveFolder }

/**
 * Removes the people's data. Archives on disk name people, too: they are deleted, and one without people is written. Returns the names
 * of the files that could not be deleted.
 */
export async function removePeople(context: RemovalContext, slug: string): Promise<string[]> {
  return (await removePeopleIf(context, slug, async () => ({}))) ?? []
}

/** Removes them only if the event's date has passed and no other instance has removed them; else returns undefined. */
export function removePeopleWhenDue(context: RemovalContext, slug: string): Promise<string[] | undefined> {
  return removePeopleIf(context, slug, async (tx, { id, keepPeopleDays }) =>
    (await isPeopleRemovalDue(tx, id)) ? { automatic: true, keepPeopleDays } : undefined,
  )
}

type Change = Parameters<Parameters<typeof changeEvent>[3]>[0]

/** `decide` runs under the event's lock and returns the detail of the line of history, or undefined to change nothing. */
async function removePeopleIf(
  context: RemovalContext,
  slug: string,
  decide: (tx: Change['tx'], event: Change['event']) => Promise<JSONValue | undefined>,
): Promise<string[] | undefined> {
  const removed = await changeEvent(context, slug, 'forget-people', async ({ tx, event, record }) => {
    const detail = await decide(tx, event)
    if (detail === undefined) return undefined
    await deletePeopleData(tx, event, context.instance)
    await deleteRehearsal(tx, event.id)
    record('forget-people', detail)
    return { id: event.id, phase: event.show.phase }
  })
  if (!removed) return undefined
  const filesLeft = await context.archives.remove(slug)
  if (removed.phase !== 'setup')
    context.archives.queue({ id: removed.id, slug }, removed.phase === 'final' ? 'published' : 'closed')
  return filesLeft
}
