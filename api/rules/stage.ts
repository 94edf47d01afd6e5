import type { Entry } from '../schema/entry.ts'
import type { RevealStep } from '../schema/result.ts'
import type { StageSnapshot } from '../schema/stage.ts'
import type { Show } from './show.ts'
import { stageTimer } from './stage-timer.ts'

/** What a snapshot is made of. `steps` are all the reveal's steps: only those shown leave this file. */
export type StageParts = {
  version: number
  lineUpVersion: number
  show: Show
  entries: Omit<Entry, 'shown'>[]
  in: number
  of: number
  steps: RevealStep[]
}

/** What every screen may know this moment, and nothing that has not been shown. */
export function stageSnapshot(parts: StageParts, nowMs: number): StageSnapshot {
  const { show, entries } = parts
  const at = entries.findIndex((entry) => entry.id === show.onStageId)
  const seen = (entry: Omit<Entry, 'shown'> | undefined) =>
    entry ? { ...entry, shown: show.shownIds.includes(entry.id) } : null
  return {
    version: parts.version,
    phase: show.phase,
    scene: show.scene,
    onStage: seen(entries[at]),
    onDeck: seen(entries[at + 1]),
    slots: entries.length,
    timer: stageTimer(show.timer),
    scoring: { open: show.phase === 'live', in: parts.in, of: parts.of },
    reveal: { ...show.reveal, shown: parts.steps.slice(0, show.reveal.step) },
    message: show.message,
    pause: show.pause,
    lineUpVersion: parts.lineUpVersion,
    now: new Date(nowMs).toISOString(),
  }
}
