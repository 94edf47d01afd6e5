import { Worker } from 'node:worker_threads'
import { workerFile } from '../../workers/worker-file.ts'
import type { WorkerReply, WorkerRequest, WorkerTask } from './embedded-worker.ts'
import type { Synced } from './synced-folder.ts'

/** A thread that is ending by itself reports a more exact reason than that its connection was lost; within this time on a busy machine, too. */
const ownReasonMs = 3000

export type DatabaseThread = {
  close(): Promise<void>
  fail(reason: string): void
  countSyncs(): Promise<number>
}

/**
 * Resolves when the database is open, or, without a `socketPath`, when it has been created. The engine starts after `syncing` and
 * does not sync again the files that it lists.
 */
export function startThread(task: WorkerTask, syncing?: Promise<Synced>): Promise<DatabaseThread> {
  const workerData: WorkerTask = { ...task, waits: syncing !== undefined }
  const worker = new Worker(workerFile('embedded-worker'), { workerData, execArgv: [] })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let state: 'starting' | 'open' | 'closing' = 'starting'
  let reason = 'its thread stopped'
  const send = (request: WorkerRequest) => worker.postMessage(request)

  const thread: DatabaseThread = {
    async close() {
      state = 'closing'
      send('close')
      await ended
    },
    fail(failure) {
      const timer = setTimeout(() => {
        reason = failure
        worker.terminate()
      }, ownReasonMs)
      worker.once('exit', () => clearTimeout(timer))
    },
    countSyncs() {
      send('count-syncs')
      return new Promise((resolve) => {
        worker.on('message', function onReply(reply: WorkerReply) {
          if (!('syncs' in reply)) return
          worker.off('message', onReply)
          resolve(reply.syncs)
        })
      })
    },
  }

  return new Promise((resolve, reject) => {
    syncing?.then(
      (synced) => worker.postMessage(synced),
      (error) => {
        reason = error.message
        worker.terminate()
      },
    )
    worker.on('message', (reply: WorkerReply) => {
      if ('problem' in reply) reason = reply.problem
      if (!('ready' in reply)) return
      state = task.socketPath ? 'open' : 'closing'
      resolve(thread)
    })
    worker.on('error', (error) => {
      reason = error.message
    })
    worker.on('exit', () => {
      if (state === 'starting') reject(new Error(reason))
      if (state !== 'open') return
      process.stderr.write(`The embedded database stopped: ${reason}. Everything that was acknowledged is saved.\n`)
      process.stderr.write('Start Demo Hour again, once there is room on the disk and it can be written.\n')
      process.exit(1)
    })
  })
}
