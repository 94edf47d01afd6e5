import type { StageTimer } from '../../schema/stage.ts'

/** Stores the start and the plan, never the remaining time, so that a restarted or another server shows the same second. */
export type Timer = {
  part: 'talk' | 'questions'
  plannedMs: number
  startedAt: string | null
  pausedAt: string | null
  pausedMs: number
}

export function freshTimer(part: Timer['part'], plannedMs: number): Timer {
  return { part, plannedMs, startedAt: null, pausedAt: null, pausedMs: 0 }
}

export function isRunning(timer: Timer): boolean {
  return timer.startedAt !== null && timer.pausedAt === null
}

export function startTimer(timer: Timer, nowMs: number): Timer {
  if (timer.startedAt === null) return { ...timer, startedAt: new Date(nowMs).toISOString() }
  if (timer.pausedAt === null) return timer
  return { ...timer, pausedAt: null, pausedMs: timer.pausedMs + Math.max(0, nowMs - Date.parse(timer.pausedAt)) }
}

export function pauseTimer(timer: Timer, nowMs: number): Timer {
  return isRunning(timer) ? { ...timer, pausedAt: new Date(nowMs).toISOString() } : timer
}

/** `ms` may be negative; the planned time never falls below 0. */
export function addTime(timer: Timer, ms: number): Timer {
  return { ...timer, plannedMs: Math.max(0, timer.plannedMs + ms) }
}

export function stageTimer(timer: Timer): StageTimer {
  const { part, plannedMs } = timer
  if (timer.startedAt === null) return { state: 'ready', part, plannedMs }
  const endsAtMs = Date.parse(timer.startedAt) + plannedMs + timer.pausedMs
  if (timer.pausedAt === null) return { state: 'running', part, plannedMs, endsAt: new Date(endsAtMs).toISOString() }
  return { state: 'paused', part, plannedMs, remainingMs: endsAtMs - Date.parse(timer.pausedAt) }
}
