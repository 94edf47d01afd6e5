import { parentPort, workerData } from 'node:worker_threads'
import type { ReviewInput } from './rules/review.ts'
import { reviewOf } from './rules/review.ts'

parentPort?.postMessage(reviewOf(workerData as ReviewInput))
