import { remainingMs } from '../../api/rules/timer.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { wallTime } from '../parts/words.ts'

export type PlanParts = {
  /** In running order. */
  entries: { id: string; shown: boolean }[]
  stage: Pick<StageSnapshot, 'phase' | 'onStage' | 'timer' | 'pause'>
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

/** When the teams still to come will be called, if everybody keeps to time from now on. */
export function planEvening(parts: PlanParts): Plan {
  const { entries, stage, startsAtMs, nowMs } = parts
  const slotMs = parts.talkMs + parts.questionsMs
  const begun = stage.onStage !== null || entries.some((entry) => entry.shown)
  let atMs = begun ? nowMs + leftOnStageMs(parts) : Math.max(nowMs, startsAtMs ?? nowMs)
  if (stage.pause?.untilAt) atMs = Math.max(atMs, Date.parse(stage.pause.untilAt))
  const callAtMs = new Map<string, number>()
  for (const { id, shown } of entries) {
    if (shown || id === stage.onStage?.id) continue
    callAtMs.set(id, atMs)
    atMs += slotMs
  }
  const plannedEndMs = startsAtMs === null ? null : startsAtMs + entries.length * slotMs
  const comparable = plannedEndMs !== null && Math.abs(atMs - plannedEndMs) < comparableMs
  return { callAtMs, endsAtMs: atMs, plannedEndMs: comparable ? plannedEndMs : null }
}

function leftOnStageMs({ stage, questionsMs, nowMs }: PlanParts): number {
  if (!stage.onStage) return 0
  const left = Math.max(0, remainingMs(stage.timer, nowMs))
  return stage.timer.part === 'talk' ? left + questionsMs : left
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
