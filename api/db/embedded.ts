import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { access, constants, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import postgres from 'postgres'
import type { Database } from './connect.ts'
import { startWorker } from './embedded-thread.ts'
import { lockFolder } from './lock.ts'
import { StartProblem } from './start-problem.ts'

/** The PostgreSQL inside this version of PGlite; a folder made by another cannot be opened. */
const postgresVersion = '18'

export type EmbeddedDatabase = Database & {
  /** How often a file was synced to disk since the start: one for each commit, if commits are durable. */
  countSyncs(): Promise<number>
}

export type EmbeddedOptions = { dataDir: string; log: (line: string) => void }

export async function connectEmbedded({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  await makeWritable(dataDir)
  const lock = await lockFolder(dataDir)
  try {
    const folder = resolve(dataDir, 'database')
    if (!existsSync(folder) || readdirSync(folder).length === 0) await create(folder, log)
    refuseOtherVersion(folder)
    return await start(folder, lock.release)
  } catch (error) {
    await lock.release()
    throw new StartProblem(
      `The database in ${dataDir}/database cannot be opened: ${(error as Error).message}. Put a copy of it back, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
}

async function makeWritable(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartProblem(
      `The data folder ${dataDir} cannot be written (${code}). Allow this user to write there, or set DATA_DIR to another folder.`,
    )
  }
}

/** Made under another name and renamed when it is whole and on disk, so a start cut short leaves nothing that looks complete. */
async function create(folder: string, log: (line: string) => void): Promise<void> {
  log('Creating the database (first start only, a few seconds)…')
  const startedAt = performance.now()
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  const maker = await startWorker({ folder: unfinished })
  await maker.close()
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

function refuseOtherVersion(folder: string): void {
  const file = join(folder, 'PG_VERSION')
  if (!existsSync(file)) throw new Error('it is not complete')
  const found = readFileSync(file, 'utf8').trim()
  if (found === postgresVersion) return
  const age = Number(found) > Number(postgresVersion) ? 'a newer' : 'another'
  throw new Error(`it belongs to ${age} version of Demo Hour (PostgreSQL ${found}, this one has ${postgresVersion})`)
}

async function start(folder: string, release: () => Promise<void>): Promise<EmbeddedDatabase> {
  const socketFolder = await makeSocketFolder()
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${basename(socketFolder)}` : join(socketFolder, 'sql')
  const listeners = new Map<string, ((payload: string) => void)[]>()
  let sql: postgres.Sql | undefined
  let closing: Promise<void> | undefined

  try {
    const worker = await startWorker({ folder, socketPath: path })
    sql = postgres(
      settings(path, (channel, payload) => {
        for (const onPayload of listeners.get(channel) ?? []) onPayload(payload)
      }),
    )
    await sql`select 1`
    const opened = sql

    const close = async () => {
      await opened.end({ timeout: 10 })
      await worker.close()
      await rm(socketFolder, { recursive: true, force: true })
      await release()
    }

    return {
      sql,
      kind: 'embedded',
      async listen(channel, onPayload) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), onPayload])
        await opened`listen ${opened(channel)}`
      },
      close: () => (closing ??= close()),
      countSyncs: worker.countSyncs,
    }
  } catch (error) {
    await sql?.end({ timeout: 0 })
    await rm(socketFolder, { recursive: true, force: true })
    throw error
  }
}

/** A fresh folder only this user can enter, as the socket asks for no password; its path must stay under about 100 characters. */
async function makeSocketFolder(): Promise<string> {
  const parent = tmpdir().length < 80 ? tmpdir() : '/tmp'
  return mkdtemp(join(parent, 'demo-hour-'))
}

/** The engine has one backend, and two clients' extended queries would interleave in it: one connection, never renewed. */
function settings(path: string, onnotify: (channel: string, payload: string) => void) {
  const options = {
    path,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    max_lifetime: null,
    connection: { application_name: 'demo-hour' },
    onnotice: () => {},
    // Known to postgres.js, though not to its types.
    onnotify,
  }
  return options
}
