import { parentPort, workerData } from 'node:worker_threads'
import { playCopy } from '../rehearsal/play-copy.ts'
import type { CopyToPlay, RehearsalMessage } from './rehearsal-messages.ts'

const post = (message: RehearsalMessage) => parentPort?.postMessage(message)

post({ report: await playCopy({ ...(workerData as CopyToPlay), log: (line) => post({ line }) }) })
