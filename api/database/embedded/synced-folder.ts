import { closeSync, fsync, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** When a file or folder last changed, in ns, as it was when it was synced to disk. By path. */
export type Synced = Map<string, bigint>

const sync = promisify(fsync)
const atOnce = 64

/** Syncs a folder with all that is in it. Many at once, as the disk serves those together. */
export async function syncTree(folder: string): Promise<Synced> {
  const synced: Synced = new Map()
  if (process.platform === 'win32') return synced
  const left = [...pathsIn(folder), folder]
  while (left.length > 0) await Promise.all(left.splice(0, atOnce).map(syncOne))
  return synced

  async function syncOne(path: string): Promise<void> {
    const changedAt = changedNs(path)
    const descriptor = openSync(path, 'r')
    await sync(descriptor).finally(() => closeSync(descriptor))
    if (changedAt !== undefined) synced.set(path, changedAt)
  }
}

/** Whatever writes to a file, cuts it short or gives it another name moves this. Undefined when nothing has this name. */
export const changedNs = (path: string) => statSync(path, { bigint: true, throwIfNoEntry: false })?.ctimeNs

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? [...pathsIn(path), path] : [path]
  })
}
