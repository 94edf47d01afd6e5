import { createPromiseChecks } from './promises.ts'

export function createRunStats() {
  return {
    promises: createPromiseChecks(),
    /** `taps`: what judges did. `sent`: how often a ballot was sent. */
    taps: 0,
    sent: 0,
    acknowledged: 0,
    dropped: 0,
    refused: 0,
    ballotMs: [] as number[],
    /** Each cue: when it was pressed, how long its response took, and the version of the stage after it. */
    cues: [] as { cue: string; pressedAt: number; tookMs: number; version: number }[],
    updates: { stage: 0, phone: 0, desk: 0 },
    updateBytes: 0,
  }
}

export type RunStats = ReturnType<typeof createRunStats>

/** The nearest-rank percentile of `values`, `share` from 0 to 1 (0.5 is the median); undefined without values. */
export function percentile(values: number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}
