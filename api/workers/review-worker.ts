import { parentPort, workerData } from 'node:worker_threads'
import type { ReviewInput } from '../rules/result/review.ts'
import { computeReview } from '../rules/result/review.ts'

parentPort?.postMessage(computeReview(workerData as ReviewInput))
