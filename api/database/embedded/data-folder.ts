import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { startThread } from './embedded-thread.ts'

const postgresVersion = '18'

/** Created under another name and renamed once synced: an interrupted start leaves nothing that looks complete. */
export async function createIfMissing(folder: string, log: (line: string) => void): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) return
  log('Creating the database (first start only, up to half a minute)…')
  const startedAt = performance.now()
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  const thread = await startThread({ folder: unfinished })
  await thread.close()
  await rename(unfinished, folder)
  await syncFolder(dirname(folder))
  log(`The database is ready (${((performance.now() - startedAt) / 1000).toFixed(1)} s).`)
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

export function refuseOtherVersion(folder: string): void {
  const file = join(folder, 'PG_VERSION')
  if (!existsSync(file)) throw new Error('it is not complete')
  const found = readFileSync(file, 'utf8').trim()
  if (found === postgresVersion) return
  const which = Number(found) > Number(postgresVersion) ? 'a newer' : 'another'
  throw new Error(`it belongs to ${which} version of Demo Hour (PostgreSQL ${found}, this one has ${postgresVersion})`)
}
