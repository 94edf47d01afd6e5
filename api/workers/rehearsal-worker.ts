import { parentPort, workerData } from 'node:worker_threads'
import { type CopyToPlay, playCopy } from '../rehearsal/play-copy.ts'
import type { RehearsalReport } from '../schema/rehearsal.ts'

/** What the thread tells: a line as the show goes on, and in the end what was seen. */
export type Told = { said: string } | { report: RehearsalReport }

const tell = (told: Told) => parentPort?.postMessage(told)

tell({ report: await playCopy({ ...(workerData as CopyToPlay), say: (said) => tell({ said }) }) })
