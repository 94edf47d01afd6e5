import type { RevealStep } from '../../schema/result.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { isReady, type StoredEntry, toEntry } from '../event/entry.ts'
import type { Show } from './move.ts'
import { stageTimer } from './stage-timer.ts'

/** What a snapshot is made of. `steps` are all the reveal's steps: only those shown leave this file. */
export type StageParts = {
  slug: string
  version: number
  rehearsal: boolean
  lineUpVersion: number
  show: Show
  entries: StoredEntry[]
  in: number
  of: number
  steps: RevealStep[]
}

/** What every screen may know this moment, and nothing that has not been shown. */
export function stageSnapshot(parts: StageParts, nowMs: number): StageSnapshot {
  const { show, entries } = parts
  const order = entries.filter((entry) => entry.id === show.onStageId || !entry.skipped)
  const at = order.findIndex((entry) => entry.id === show.onStageId)
  const scored = order.filter((entry) => !entry.warmUp)
  const next = order[at + 1]
  const seen = (entry: StoredEntry | undefined) => (entry ? toEntry(parts, entry) : null)
  return {
    version: parts.version,
    phase: show.phase,
    scene: show.scene,
    onStage: seen(order[at]),
    onDeck: seen(next),
    onDeckReady: next !== undefined && isReady(show, next),
    slots: scored.length,
    timer: stageTimer(show.timer),
    scoring: order[at]?.warmUp
      ? { open: false, in: 0, of: 0 }
      : { open: show.phase === 'live', in: parts.in, of: parts.of },
    reveal: { ...show.reveal, shown: parts.steps.slice(0, show.reveal.step) },
    rehearsal: parts.rehearsal,
    message: show.message,
    pause: show.pause,
    lineUpVersion: parts.lineUpVersion,
    now: new Date(nowMs).toISOString(),
  }
}
