import { makePromises } from './promises.ts'

export function createRunStats() {
  return {
    promises: makePromises(),
    /** Taps are what judges did; sent is how often a ballot went over the network. */
    taps: 0,
    sent: 0,
    acknowledged: 0,
    /** Answers that were thrown away, to be sent again. */
    dropped: 0,
    refused: 0,
    ballotMs: [] as number[],
    /** Each cue: when it was pressed, how long its answer took, and the version of the stage after it. */
    cues: [] as { cue: string; pressedAt: number; tookMs: number; version: number }[],
    updates: { stage: 0, phone: 0, desk: 0 },
    updateBytes: 0,
  }
}

export type RunStats = ReturnType<typeof createRunStats>

/** The value that `share` of all are not above: 0.5 is the median. `undefined` of none. */
export function percentile(values: number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}
