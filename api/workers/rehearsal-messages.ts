import type { RehearsalReport } from '../schema/rehearsal.ts'

/** What a rehearsal's thread is given. */
export type CopyToPlay = {
  url: string
  slug: string
  key: string
  judges: number
  speed: number
  byHand: boolean
  seed: number
}

/** What a rehearsal's thread reports: a line as the show goes on, and in the end what was seen. */
export type RehearsalMessage = { line: string } | { report: RehearsalReport }
