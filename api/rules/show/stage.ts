import type { RevealStep } from '../../schema/result.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { isReady, type StoredEntry, toEntry } from '../event/entry.ts'
import { isCountedTeam, nextEntryId } from './running-order.ts'
import { type Show, stageHistory } from './show.ts'
import { calledOrOnDeckIds, deckOf, viewSlides } from './slides.ts'
import { stageTimer } from './stage-timer.ts'

/** `steps`: all steps of the reveal; the snapshot contains only those shown. */
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

/** Counts places (`at`), not steps: a shared place takes fewer steps and would be revealed. */
function toReveal({ step, of }: Show['reveal'], steps: RevealStep[]): StageSnapshot['reveal'] {
  const shown = steps.slice(0, step)
  // Results of earlier releases count presses.
  return { step: step === 0 ? 0 : (shown.at(-1)?.at ?? step), of: steps.at(-1)?.at ?? of, shown }
}

/** Contains nothing that has not been shown. */
export function stageSnapshot(parts: StageParts, nowMs: number): StageSnapshot {
  const { show } = parts
  const publicIds = calledOrOnDeckIds(show, parts.entries)
  const entries = parts.entries.map((entry) => ({
    stored: entry,
    seen: toEntry(parts, entry, publicIds.has(entry.id)),
  }))
  const find = (id: string | null | undefined) => entries.find(({ stored }) => stored.id === id)
  const onStage = find(show.onStageId)
  const onDeck = find(nextEntryId(parts.entries, stageHistory(show)))
  return {
    version: parts.version,
    phase: show.phase,
    scene: show.scene,
    onStage: onStage?.seen ?? null,
    onDeck: onDeck?.seen ?? null,
    interruptedIds: stageHistory(show).interruptedIds.slice(),
    onDeckReady: onDeck !== undefined && isReady(show, onDeck.stored),
    slots: entries.filter(({ seen }) => isCountedTeam(seen)).length,
    timer: stageTimer(show.timer),
    scoring: onStage?.stored.warmUp
      ? { open: false, in: 0, of: 0 }
      : { open: show.phase === 'live', in: parts.in, of: parts.of },
    reveal: toReveal(show.reveal, parts.steps),
    rehearsal: parts.rehearsal,
    message: show.message,
    pause: show.pause,
    showcase: show.showcase,
    slides: onStage ? viewSlides(show, deckOf(onStage.stored), nowMs) : null,
    introduced: show.introduced ?? false,
    film: show.film ?? null,
    lineUpVersion: parts.lineUpVersion,
    now: new Date(nowMs).toISOString(),
  }
}
