import { Worker } from 'node:worker_threads'
import type { ReviewInput } from '../rules/result/review.ts'
import type { Review } from '../schema/review.ts'
import { workerFile } from '../workers/worker-file.ts'

const mostMs = 20_000

/**
 * How safe the result is, reckoned in a thread of its own: one whole fit for each judge who might have stayed away must not hold up
 * the feed.
 */
export function reviewInThread(input: ReviewInput): Promise<Review> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('review-worker'), { workerData: input, execArgv: [] })
    const limit = setTimeout(() => void worker.terminate(), mostMs)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(limit)
      reject(new Error('The review took too long'))
    })
  })
}
