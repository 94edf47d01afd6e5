import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import postgres from 'postgres'
import { makeFolder } from '../../operations/data-folder.ts'
import type { Database } from '../database.ts'
import { explainBroken } from './broken-folder.ts'
import { createIfMissing, refuseOtherVersion } from './data-folder.ts'
import { type DatabaseThread, startThread } from './embedded-thread.ts'
import { lockFolder } from './folder-lock.ts'
import { syncTree } from './synced-folder.ts'

export type EmbeddedDatabase = Database & {
  /** Number of syncs to disk since the start: one for each commit, if commits are durable. */
  countSyncs(): Promise<number>
}

export type EmbeddedOptions = { dataDir: string; log: (line: string) => void }

export async function connectEmbedded({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  await makeFolder(dataDir)
  const lock = await lockFolder(dataDir)
  try {
    const folder = resolve(dataDir, 'database')
    await createIfMissing(folder, log)
    refuseOtherVersion(folder)
    return await open(folder, lock.release)
  } catch (error) {
    await lock.release()
    throw explainBroken(dataDir, error as Error)
  }
}

async function open(folder: string, release: () => Promise<void>): Promise<EmbeddedDatabase> {
  const socketFolder = await makeSocketFolder()
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${basename(socketFolder)}` : join(socketFolder, 'sql')
  let thread: DatabaseThread | undefined
  try {
    // After a kill `postmaster.pid` is left, and PostgreSQL syncs every file before recovery: sync them here while the thread loads.
    const syncing = existsSync(join(folder, 'postmaster.pid')) ? syncTree(folder) : undefined
    thread = await startThread({ folder, socketPath: path }, syncing)
    return await connectToThread(path, thread, release)
  } catch (error) {
    await thread?.close()
    throw error
  } finally {
    // Unlink the socket after connecting: nobody else can connect, and a kill leaves no file.
    await rm(socketFolder, { recursive: true, force: true })
  }
}

/** Only this user may enter it, as the socket takes no password. A socket's path is limited to about 100 characters. */
function makeSocketFolder(): Promise<string> {
  return mkdtemp(join(tmpdir().length < 80 ? tmpdir() : '/tmp', 'demo-hour-'))
}

/** Finds a damaged table at start, not during a show. */
async function readEveryTable(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`
  const counts = tables.map(({ name }) => sql`select count(*) from ${sql(name)}`)
  if (counts.length > 0) await counts.reduce((query, count) => sql`${query} union all ${count}`)
}

async function connectToThread(
  path: string,
  thread: DatabaseThread,
  release: () => Promise<void>,
): Promise<EmbeddedDatabase> {
  const listeners = new Map<string, ((payload: string) => void)[]>()
  let closing: Promise<void> | undefined

  const options = {
    path,
    user: 'postgres',
    database: 'postgres',
    // The engine has one backend; statements of two connections would interleave.
    max: 1,
    max_lifetime: null,
    connection: { application_name: 'demo-hour' },
    onnotice: () => {},
    // Missing from the types of postgres.js.
    onnotify: (channel: string, payload: string) => {
      for (const onPayload of listeners.get(channel) ?? []) onPayload(payload)
    },
    onclose: () => {
      if (!closing) thread.fail('the connection to it was lost')
    },
  }
  const sql = postgres(options)
  try {
    await readEveryTable(sql)
  } catch (error) {
    closing = sql.end({ timeout: 1 })
    await closing
    throw error
  }

  async function close(): Promise<void> {
    await sql.end({ timeout: 10 })
    await thread.close()
    await release()
  }

  return {
    sql,
    kind: 'embedded',
    async listen(channel, onPayload) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), onPayload])
      await sql`listen ${sql(channel)}`
    },
    close: () => {
      closing ??= close()
      return closing
    },
    countSyncs: thread.countSyncs,
  }
}
