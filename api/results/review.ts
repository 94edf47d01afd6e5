import { Worker } from 'node:worker_threads'
import type { ReviewInput } from '../rules/result/review.ts'
import type { Review } from '../schema/review.ts'
import { workerFile } from '../workers/worker-file.ts'

const maxMs = 20_000

/** In a worker: the review fits the model once for each judge, which would block the feed. */
export function reviewInWorker(input: ReviewInput): Promise<Review> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('review-worker'), { workerData: input, execArgv: [] })
    const limit = setTimeout(() => void worker.terminate(), maxMs)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(limit)
      reject(new Error('The review took too long'))
    })
  })
}
