import { once } from 'node:events'
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { changedNs, type Synced, syncTree } from './synced-folder.ts'

/**
 * Without `socketPath` the worker only creates the database in `folder`, syncs it and ends. With `waits` it starts after a message that
 * lists the files that are synced already.
 */
export type WorkerTask = { folder: string; socketPath?: string; waits?: boolean }
export type WorkerRequest = 'close' | 'count-syncs'
export type WorkerReply = { ready: true } | { syncs: number } | { problem: string }

const port = parentPort!
const { folder, socketPath, waits } = workerData as WorkerTask
const reply = (message: WorkerReply) => port.postMessage(message)

// PGlite's defaults without -F, which turns fsync off, and with a small buffer: the default 128 MB stay resident.
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
]

/** Adds fsync, which PGlite's file system for Node leaves out: without it a commit survives a killed process but not a power cut. */
class DurableFS extends NodeFS {
  syncs = 0
  /** Used only while the engine starts: after a kill PostgreSQL syncs every file twice, one by one; files synced already are skipped. */
  alreadySynced: Synced = new Map()

  override async init(...[pg, options]: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(pg, options)
    const preRun = [
      ...(emscriptenOpts.preRun ?? []),
      ({ FS }: { FS: unknown }) => {
        const { NODEFS } = (FS as EmscriptenFS).filesystems
        NODEFS.stream_ops.fsync = (stream) => {
          const path = NODEFS.realPath(stream.node)
          if (this.alreadySynced.has(path) && this.alreadySynced.get(path) === changedNs(path)) return
          if (stream.nfd === undefined) syncPath(path)
          else runOrStop(() => fsyncSync(stream.nfd!))
          this.syncs++
        }
      },
    ]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
}

type Stream = { nfd?: number; node: unknown }
type NodeFiles = { stream_ops: { fsync?: (stream: Stream) => void }; realPath(node: unknown): string }
type EmscriptenFS = { filesystems: { NODEFS: NodeFiles } }

/** Folders have no descriptor here, but a new file is durable only once its folder is synced. */
function syncPath(path: string): void {
  if (process.platform === 'win32') return
  runOrStop(() => {
    const descriptor = openSync(path, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
  })
}

/** PGlite ignores unexpected exceptions; a failed sync must end the thread before the commit is acknowledged. */
function runOrStop<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    return stop(error)
  }
}

/** PostgreSQL's last FATAL or PANIC line is more exact than the exception that follows. */
function stop(error: unknown): never {
  reply({ problem: lastFatalLine || (error as Error).message || String(error) })
  process.exit(1)
}

let lastFatalLine = ''
const onStderr = (line: string) => {
  lastFatalLine = line.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? lastFatalLine
  return false
}

const files = new DurableFS(folder)
if (waits) [files.alreadySynced] = (await once(port, 'message')) as [Synced]
const db = await PGlite.create({ fs: files, startParams, onStderr }).catch(stop)
files.alreadySynced.clear()

if (!socketPath) {
  await db.close()
  await syncTree(folder)
  reply({ ready: true })
} else {
  stopWhenBroken(db)
  const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: 1 })
  await server.start()
  port.on('message', async (request: WorkerRequest) => {
    if (request === 'count-syncs') return reply({ syncs: files.syncs })
    await server.stop()
    await db.close()
    port.close()
  })
  reply({ ready: true })
}

/** Status 100 is a query's error. Any other exception means that the engine is broken and would hang or answer wrongly. */
function stopWhenBroken(db: PGlite): void {
  const engine = db.Module
  const runOnce = engine._PostgresMainLoopOnce
  engine._PostgresMainLoopOnce = () => {
    try {
      runOnce()
    } catch (error) {
      if ((error as { status?: number }).status !== 100) stop(error)
      throw error
    }
  }
}
