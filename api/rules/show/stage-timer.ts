import type { StageTimer } from '../../schema/stage.ts'

/**
 * The stage timer as it is kept: when it began and what was planned, never what is left,
 * so that a server that slept, or another one, shows the same second.
 */
export type Timer = {
  part: 'talk' | 'questions'
  plannedMs: number
  startedAt: string | null
  pausedAt: string | null
  /** All the time it has stood paused so far. */
  pausedMs: number
}

export function freshTimer(part: Timer['part'], plannedMs: number): Timer {
  return { part, plannedMs, startedAt: null, pausedAt: null, pausedMs: 0 }
}

export function isRunning(timer: Timer): boolean {
  return timer.startedAt !== null && timer.pausedAt === null
}

/** Starts, or goes on after a pause. One that runs is returned as it is. */
export function startTimer(timer: Timer, nowMs: number): Timer {
  if (timer.startedAt === null) return { ...timer, startedAt: new Date(nowMs).toISOString() }
  if (timer.pausedAt === null) return timer
  return { ...timer, pausedAt: null, pausedMs: timer.pausedMs + Math.max(0, nowMs - Date.parse(timer.pausedAt)) }
}

/** Stands still. One that is not running is returned as it is. */
export function pauseTimer(timer: Timer, nowMs: number): Timer {
  return isRunning(timer) ? { ...timer, pausedAt: new Date(nowMs).toISOString() } : timer
}

/** More time, or less; never less than none planned. */
export function addTime(timer: Timer, ms: number): Timer {
  return { ...timer, plannedMs: Math.max(0, timer.plannedMs + ms) }
}

/** As screens are told: an end to count to while it runs, what is left while it stands. */
export function stageTimer(timer: Timer): StageTimer {
  const { part, plannedMs } = timer
  if (timer.startedAt === null) return { state: 'ready', part, plannedMs }
  const endsAtMs = Date.parse(timer.startedAt) + plannedMs + timer.pausedMs
  if (timer.pausedAt === null) return { state: 'running', part, plannedMs, endsAt: new Date(endsAtMs).toISOString() }
  return { state: 'paused', part, plannedMs, remainingMs: endsAtMs - Date.parse(timer.pausedAt) }
}
