import type { StageTimer } from '../../schema/stage.ts'

/** `fraction`: the remaining share of the planned time, 1 to 0. */
export type TimerView = {
  text: string
  remainingMs: number
  level: 'go' | 'warn' | 'over'
  word: '' | 'Last minute' | 'Over time'
  fraction: number
}

/** Milliseconds left at `nowMs` (server time); below zero is overtime. */
export function remainingMs(timer: StageTimer, nowMs: number): number {
  if (timer.endsAt !== undefined) return Date.parse(timer.endsAt) - nowMs
  return timer.remainingMs ?? timer.plannedMs
}

/** "2:14" down to "0:00", then "+0:01" upwards. Each second shows until it has passed. */
export function timerText(remaining: number): string {
  const over = remaining <= -1000
  const seconds = over ? Math.floor(-remaining / 1000) : Math.max(0, Math.ceil(remaining / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const clock = hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}` : String(minutes)
  return `${over ? '+' : ''}${clock}:${String(seconds % 60).padStart(2, '0')}`
}

/** Warns in the last minute, or the last fifth of a time below 5 minutes. */
export function timerView(timer: StageTimer, nowMs: number): TimerView {
  const left = remainingMs(timer, nowMs)
  const warnMs = Math.min(60_000, timer.plannedMs / 5)
  const level =
    left <= 0 && timer.state !== 'ready' ? 'over' : left <= warnMs && timer.state !== 'ready' ? 'warn' : 'go'
  return {
    text: timerText(left),
    remainingMs: left,
    level,
    word: level === 'over' ? 'Over time' : level === 'warn' ? 'Last minute' : '',
    fraction: timer.plannedMs > 0 ? Math.min(1, Math.max(0, left / timer.plannedMs)) : 0,
  }
}
