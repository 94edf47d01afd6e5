import { closeSync, fsync, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** By path: ctime in nanoseconds at the moment of the sync. */
export type Synced = Map<string, bigint>

const sync = promisify(fsync)
const concurrency = 64

/** Syncs a folder and everything in it, many files at once: the disk then shares one flush between them. */
export async function syncTree(folder: string): Promise<Synced> {
  const synced: Synced = new Map()
  if (process.platform === 'win32') return synced
  const remaining = [...pathsIn(folder), folder]
  while (remaining.length > 0) await Promise.all(remaining.splice(0, concurrency).map(syncPath))
  return synced

  async function syncPath(path: string): Promise<void> {
    const changedAt = changedNs(path)
    const descriptor = openSync(path, 'r')
    await sync(descriptor).finally(() => closeSync(descriptor))
    if (changedAt !== undefined) synced.set(path, changedAt)
  }
}

export const changedNs = (path: string) => statSync(path, { bigint: true, throwIfNoEntry: false })?.ctimeNs

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? [...pathsIn(path), path] : [path]
  })
}
