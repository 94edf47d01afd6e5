import { remainingMs } from '../../../api/rules/show/timer.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { wallTime } from '../../parts/words.ts'

type Slot = Pick<Entry, 'talkSeconds' | 'questionsSeconds'>

export type PlanParts = {
  /** In running order. */
  entries: (Slot & Pick<Entry, 'id' | 'shown' | 'skipped'>)[]
  stage: Pick<StageSnapshot, 'phase' | 'timer' | 'pause'> & { onStage: (Slot & Pick<Entry, 'id'>) | null }
  /** When the event means to start; null when it does not say. */
  startsAtMs: number | null
  talkMs: number
  questionsMs: number
  nowMs: number
}

export type Plan = {
  /** When each entry that is still to come should be called, as things stand. */
  callAtMs: Map<string, number>
  endsAtMs: number
  plannedEndMs: number | null
}

// An evening further from its plan than this is a rehearsal, or another day.
const comparableMs = 4 * 3_600_000

/**
 * When the teams still to come will be called, if everybody keeps to time from now on. It is held against the event's own times for
 * everyone in the order, so that a slot made longer, and a team passed over, show as minutes over and early.
 */
export function planEvening(parts: PlanParts): Plan {
  const { entries, stage, startsAtMs, nowMs } = parts
  const begun = stage.onStage !== null || entries.some((entry) => entry.shown)
  let atMs = begun ? nowMs + leftOnStageMs(parts) : Math.max(nowMs, startsAtMs ?? nowMs)
  if (stage.pause?.untilAt) atMs = Math.max(atMs, Date.parse(stage.pause.untilAt))
  const callAtMs = new Map<string, number>()
  for (const entry of entries) {
    if (entry.shown || entry.skipped || entry.id === stage.onStage?.id) continue
    callAtMs.set(entry.id, atMs)
    atMs += talkOf(entry, parts) + questionsOf(entry, parts)
  }
  const plannedEndMs = startsAtMs === null ? null : startsAtMs + entries.length * (parts.talkMs + parts.questionsMs)
  const comparable = plannedEndMs !== null && Math.abs(atMs - plannedEndMs) < comparableMs
  return { callAtMs, endsAtMs: atMs, plannedEndMs: comparable ? plannedEndMs : null }
}

const talkOf = (slot: Slot, { talkMs }: PlanParts) => (slot.talkSeconds === null ? talkMs : slot.talkSeconds * 1000)

const questionsOf = (slot: Slot, { questionsMs }: PlanParts) =>
  slot.questionsSeconds === null ? questionsMs : slot.questionsSeconds * 1000

function leftOnStageMs(parts: PlanParts): number {
  const { stage, nowMs } = parts
  if (!stage.onStage) return 0
  const left = Math.max(0, remainingMs(stage.timer, nowMs))
  return stage.timer.part === 'talk' ? left + questionsOf(stage.onStage, parts) : left
}

/** "4 minutes over; ends 17:09 instead of 17:05". */
export function planWords({ endsAtMs, plannedEndMs }: Plan): { words: string; over: boolean } {
  const ends = wallTime(endsAtMs)
  if (plannedEndMs === null) return { words: `Ends about ${ends}`, over: false }
  const minutes = Math.round((endsAtMs - plannedEndMs) / 60_000)
  if (minutes === 0) return { words: `On time; ends ${ends}`, over: false }
  const size = `${Math.abs(minutes)} ${Math.abs(minutes) === 1 ? 'minute' : 'minutes'}`
  return {
    words: `${size} ${minutes > 0 ? 'over' : 'early'}; ends ${ends} instead of ${wallTime(plannedEndMs)}`,
    over: minutes > 0,
  }
}
