import { parentPort, workerData } from 'node:worker_threads'
import type { ReviewInput } from '../rules/result/review.ts'
import { reviewOf } from '../rules/result/review.ts'

parentPort?.postMessage(reviewOf(workerData as ReviewInput))
