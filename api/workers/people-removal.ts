import { type RemovalContext, removePeopleWhenDue } from '../operations/remove-people.ts'
import { Refusal } from '../rules/refusal.ts'
import { listPeopleRemovals, listPeopleRemovalsDue } from '../store/people.ts'

const checkEveryMs = 60_000

/**
 * Removes the people's data of every event whose date has passed, by the database's clock. Every instance checks; the event's lock lets
 * one of them remove. The date is stored, so that a restart or a pause of the machine only delays the removal.
 */
export function createPeopleRemoval(context: RemovalContext, log: (failure: unknown) => void) {
  const { sql } = context.db
  let timer: ReturnType<typeof setInterval> | undefined
  let running: Promise<void> | undefined

  /** A server that stopped between a removal and the deletion of its own archives deletes them at its next start. */
  async function removeOldArchives() {
    for (const { slug, removedAt } of await listPeopleRemovals(sql)) await context.archives.removeOlder(slug, removedAt)
  }

  async function removeDue() {
    for (const slug of await listPeopleRemovalsDue(sql))
      try {
        const filesLeft = await removePeopleWhenDue(context, slug)
        if (filesLeft && filesLeft.length > 0)
          log(`The people’s data of ${slug} are removed, but these files are left: ${filesLeft.join(', ')}`)
      } catch (failure) {
        // The event was reopened or deleted since it was listed.
        if (!(failure instanceof Refusal)) log(failure)
      }
  }

  function check(): Promise<void> {
    running ??= removeDue().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    check,
    start() {
      removeOldArchives().then(check).catch(log)
      timer = setInterval(() => check().catch(log), checkEveryMs)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await running?.catch(log)
    },
  }
}

export type PeopleRemoval = ReturnType<typeof createPeopleRemoval>
