import { Worker } from 'node:worker_threads'
import type { WorkerReply, WorkerRequest, WorkerTask } from './embedded-worker.ts'

export type DatabaseThread = {
  /** Resolves when the thread has ended. */
  close(): Promise<void>
  countSyncs(): Promise<number>
}

/** Resolves when the database is open, or, without a `socketPath`, when it has been created. */
export function startWorker(task: WorkerTask): Promise<DatabaseThread> {
  const worker = new Worker(workerFile(), { workerData: task, execArgv: [] })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const ask = (request: WorkerRequest) => worker.postMessage(request)
  let state: 'starting' | 'open' | 'closing' = 'starting'
  let problem = 'its thread stopped'

  const thread: DatabaseThread = {
    async close() {
      state = 'closing'
      ask('close')
      await ended
    },
    async countSyncs() {
      ask('count-syncs')
      return new Promise((resolve) => {
        worker.on('message', function answer(reply: WorkerReply) {
          if (!('syncs' in reply)) return
          worker.off('message', answer)
          resolve(reply.syncs)
        })
      })
    },
  }

  return new Promise((resolve, reject) => {
    worker.on('message', (reply: WorkerReply) => {
      if ('problem' in reply) problem = reply.problem
      if (!('ready' in reply)) return
      state = task.socketPath ? 'open' : 'closing'
      resolve(thread)
    })
    worker.on('error', (error) => {
      problem = error.message
    })
    worker.on('exit', () => {
      if (state === 'starting') reject(new Error(problem))
      // Nothing can be saved any more, so nothing may go on as if it could: uncaught, this ends the process.
      if (state === 'open') throw new Error(`The embedded database stopped: ${problem}`)
    })
  })
}

/** Beside this file: as TypeScript in the source, which tsx or vitest runs, as JavaScript in the bundle. */
function workerFile(): URL {
  const name = import.meta.url.endsWith('.ts') ? 'embedded-worker-from-source.js' : 'embedded-worker.js'
  return new URL(name, import.meta.url)
}
