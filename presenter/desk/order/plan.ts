import { type Forecast, type ForecastSlot, type ForecastStage, forecastShow } from '../../../api/rules/show/forecast.ts'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Event } from '../../../api/schema/event.ts'
import { clockTime } from '../../../web/core/words/clock-time.ts'

export type Plan = Forecast & { plannedEndMs: number | null }

// At a larger distance from its plan, the show is a rehearsal or on another day.
const comparableMs = 4 * 3_600_000

/** The plan takes the event's usual times for every team, so a longer slot counts as over and a skipped team as early. */
export function planShow(
  entries: readonly ForecastSlot[],
  event: Pick<Event, 'startsAt' | 'talkSeconds' | 'questionsSeconds'>,
  stage: ForecastStage,
  nowMs: number,
): Plan {
  const forecast = forecastShow(entries, event, stage, nowMs)
  const usualMs = entries.length * (event.talkSeconds + event.questionsSeconds) * 1000
  const plannedEndMs = event.startsAt === null ? null : Date.parse(event.startsAt) + usualMs
  const comparable = plannedEndMs !== null && Math.abs(forecast.endsAtMs - plannedEndMs) < comparableMs
  return { ...forecast, plannedEndMs: comparable ? plannedEndMs : null }
}

export function planWords({ endsAtMs, plannedEndMs }: Plan): { words: string; over: boolean } {
  const ends = clockTime(endsAtMs)
  if (plannedEndMs === null) return { words: `Ends about ${ends}`, over: false }
  const minutes = Math.round((endsAtMs - plannedEndMs) / 60_000)
  if (minutes === 0) return { words: `On time; ends ${ends}`, over: false }
  const size = countOf(Math.abs(minutes), 'minute')
  return {
    words: `${size} ${minutes > 0 ? 'over' : 'early'}; ends ${ends} instead of ${clockTime(plannedEndMs)}`,
    over: minutes > 0,
  }
}
