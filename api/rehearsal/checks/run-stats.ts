import { createPromiseChecks } from './promises.ts'

export function createRunStats() {
  return {
    promises: createPromiseChecks(),
    /** `taps`: edits that judges made. `sent`: requests, with repeats. */
    taps: 0,
    sent: 0,
    acknowledged: 0,
    dropped: 0,
    refused: 0,
    ballotMs: [] as number[],
    cues: [] as { cue: string; pressedAt: number; tookMs: number; version: number }[],
    updates: { stage: 0, phone: 0, desk: 0 },
    updateBytes: 0,
  }
}

export type RunStats = ReturnType<typeof createRunStats>

/** Nearest rank; `share` from 0 to 1 (0.5 is the median). Undefined without values. */
export function percentile(values: number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}
