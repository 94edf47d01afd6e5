import { once } from 'node:events'
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { changedNs, type Synced, syncTree } from './synced-folder.ts'

/**
 * Without `socketPath` it only creates the database in `folder`, complete and synced, and ends. With `waits` it begins when it is told
 * what has been synced already.
 */
export type WorkerTask = { folder: string; socketPath?: string; waits?: boolean }
export type WorkerRequest = 'close' | 'count-syncs'
export type WorkerReply = { ready: true } | { syncs: number } | { problem: string }

const port = parentPort!
const { folder, socketPath, waits } = workerData as WorkerTask
const tell = (reply: WorkerReply) => port.postMessage(reply)

// PGlite's own parameters but for -F, which would turn fsync off, and a buffer that suits a phone-sized database:
// the 128 MB it takes otherwise stay resident.
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
]

/** PGlite's file system for Node leaves fsync out, so a commit would survive a killed process but not a power cut. */
class DurableFS extends NodeFS {
  syncs = 0
  /** Only while the engine starts: after a kill it syncs every file of the folder, one by one and twice, before it does anything else. */
  before: Synced = new Map()

  override async init(...[pg, options]: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(pg, options)
    const preRun = [
      ...(emscriptenOpts.preRun ?? []),
      ({ FS }: { FS: unknown }) => {
        const { NODEFS } = (FS as EmscriptenFS).filesystems
        NODEFS.stream_ops.fsync = (stream) => {
          const path = NODEFS.realPath(stream.node)
          if (this.before.has(path) && this.before.get(path) === changedNs(path)) return
          if (stream.nfd === undefined) syncPath(path)
          else orStop(() => fsyncSync(stream.nfd!))
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

/** A folder has no descriptor of its own here, but a new file in it is durable only once the folder is synced too. */
function syncPath(path: string): void {
  if (process.platform === 'win32') return
  orStop(() => {
    const descriptor = openSync(path, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
  })
}

/** PGlite swallows what it does not expect, so a failure that must never be acknowledged ends the thread at once. */
function orStop<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    return stop(error)
  }
}

/** PostgreSQL's own last words say more than the exception that follows them. */
function stop(error: unknown): never {
  tell({ problem: lastWords || (error as Error).message || String(error) })
  process.exit(1)
}

let lastWords = ''
const onStderr = (line: string) => {
  lastWords = line.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? lastWords
  return false
}

const files = new DurableFS(folder)
if (waits) [files.before] = (await once(port, 'message')) as [Synced]
const db = await PGlite.create({ fs: files, startParams, onStderr }).catch(stop)
files.before.clear()

if (!socketPath) {
  await db.close()
  await syncTree(folder)
  tell({ ready: true })
} else {
  stopWhenBroken(db)
  const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: 1 })
  await server.start()
  port.on('message', async (request: WorkerRequest) => {
    if (request === 'count-syncs') return tell({ syncs: files.syncs })
    await server.stop()
    await db.close()
    port.close()
  })
  tell({ ready: true })
}

/** A query's own error comes as status 100. Anything else means the engine is broken, and would hang or lie from then on. */
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
