import { Worker } from 'node:worker_threads'
import type { WorkerReply, WorkerRequest, WorkerTask } from './embedded-worker.ts'

export type DatabaseThread = {
  /** Resolves when the thread has ended. */
  close(): Promise<void>
  countSyncs(): Promise<number>
}

/** Resolves when the database is open, or, without a `socketPath`, when it has been created. */
export function startWorker(task: WorkerTask): Promise<DatabaseThread> {
  const worker = new Worker(...workerFile(task))
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

/** Beside this file: in the bundle as JavaScript; in the source as TypeScript, which a thread must be taught to read on Node 20. */
function workerFile(task: WorkerTask): ConstructorParameters<typeof Worker> {
  const options = { workerData: task, execArgv: [] }
  if (!import.meta.url.endsWith('.ts')) return [new URL('./embedded-worker.js', import.meta.url), options]
  const tsx = import.meta.resolve('tsx/esm/api')
  const file = new URL('./embedded-worker.ts', import.meta.url)
  const script = `import('${tsx}').then((tsx) => { tsx.register(); return import('${file}') })`
  return [script, { ...options, eval: true }]
}
