import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { publish, type Update } from '../live/updates.ts'
import { Refusal } from '../rules/refusal.ts'
import type { StoredArchive } from '../schema/archive/archive.ts'
import { exportArchive } from '../store/archive/export-archive.ts'
import { getEvent } from '../store/events.ts'
import { writeParts } from './archive-exports.ts'

type Kept = StoredArchive['why']
type Options = {
  sql: Sql
  folder: string
  instance: string
  now: () => number
  log: (failure: unknown) => void
}

/**
 * Archives that are written by themselves, beside the database: they hold every score, so that only the user who runs the server can
 * read them, and no address leads to them. Nothing here may hold up or stop a show. One thing at a time, in the order it was asked.
 */
export function makeArchiveFolder({ sql, folder, instance, now, log }: Options) {
  /** By event: when the last one could not be written, here or by another instance. */
  const failedAt = new Map<string, string>()
  let last: Promise<unknown> = Promise.resolve()
  function next<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }

  async function write(slug: string, why: Kept): Promise<void> {
    const id = await sql
      .begin('isolation level repeatable read read only', async (tx) => {
        const event = await getEvent(tx, slug)
        // A rehearsal leaves no files.
        if (event.rehearsalOf !== null) return undefined
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await chmod(folder, 0o700)
        const at = new Date(now()).toISOString()
        await writeWhole(folder, `${slug}-${why}-${at.replaceAll(':', '-')}.json`, exportArchive(tx, slug))
        return event.id
      })
      .catch((failure) => (failure instanceof Refusal ? undefined : Promise.reject(failure)))
    if (id !== undefined) failedAt.delete(id)
  }

  async function list(slug: string): Promise<StoredArchive[]> {
    const names = await readdir(folder).catch(() => [])
    const files = await Promise.all(
      names.map(async (file) => {
        const found = readName(file)
        const size = found?.slug === slug ? await stat(join(folder, file)).catch(() => undefined) : undefined
        return found && size ? { file, why: found.why, at: found.at, bytes: size.size } : undefined
      }),
    )
    return files.filter((file) => file !== undefined).sort((a, b) => (a.at < b.at ? -1 : 1))
  }

  async function removeAll(slug: string, before?: string): Promise<string[]> {
    const left: string[] = []
    const archives = await list(slug)
    for (const { file } of archives.filter(({ at }) => before === undefined || at < before))
      await rm(join(folder, file)).catch((failure) => {
        log(failure)
        left.push(file)
      })
    return left
  }

  return {
    queue(event: { id: string; slug: string }, why: Kept): void {
      next(() => write(event.slug, why)).catch(async (failure) => {
        log(failure)
        await publish(sql, { kind: 'archive-failed', eventId: event.id }).catch(log)
      })
    },

    async list(event: { id: string; slug: string }) {
      return next(async () => ({ archives: await list(event.slug), failedAt: failedAt.get(event.id) ?? null }))
    },

    /** Deletes the archives of an event on this instance. Returns the names of the files that could not be deleted. */
    remove: (slug: string): Promise<string[]> => next(() => removeAll(slug)),

    removeOlder: (slug: string, before: string): Promise<string[]> => next(() => removeAll(slug, before)),

    apply(update: Update): void {
      if (update.kind === 'archive-failed') failedAt.set(update.eventId, new Date(now()).toISOString())
      if (update.kind === 'deleted') failedAt.delete(update.eventId)
      // The instance that removed the people has removed its own files already, and writes a new one.
      const removedElsewhere = update.kind === 'people-removed' && update.instance !== instance
      if (update.kind === 'deleted' || removedElsewhere) next(() => removeAll(update.slug)).catch(log)
    },

    settled: () => next(async () => {}),
  }
}

export type ArchiveFolder = ReturnType<typeof makeArchiveFolder>

const nameOf = /^(.+)-(closed|published)-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.json$/

/** A slug has no capitals, so it cannot contain the `T` and `Z` of the time at the end. */
function readName(file: string): { slug: string; why: Kept; at: string } | undefined {
  const [, slug, why, day, hour, minute, second] = nameOf.exec(file) ?? []
  return slug ? { slug, why: why as Kept, at: `${day}${hour}:${minute}:${second}` } : undefined
}

/** Renames the file to its final name only after a sync, so that a power cut never leaves half a file. */
async function writeWhole(folder: string, name: string, parts: AsyncIterable<string>): Promise<void> {
  const draft = join(folder, `.${name}.part`)
  try {
    const file = await open(draft, 'w', 0o600)
    try {
      await writeParts(file, parts)
      await file.appendFile('\n')
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(folder, name))
    const itself = await open(folder, 'r')
    await itself.sync().finally(() => itself.close())
  } catch (failure) {
    await rm(draft, { force: true }).catch(() => {})
    throw failure
  }
}
