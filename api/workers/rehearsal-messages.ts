import type { RehearsalReport } from '../schema/rehearsal.ts'

export type CopyToPlay = {
  url: string
  slug: string
  key: string
  judges: number
  speed: number
  byHand: boolean
  seed: number
}

export type RehearsalMessage = { line: string } | { report: RehearsalReport }
