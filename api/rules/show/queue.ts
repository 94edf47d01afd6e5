import { ordinal } from '../words/ordinal.ts'
import { plural } from '../words/plural.ts'
import { type ForecastEvent, type ForecastSlot, type ForecastStage, forecastShow } from './forecast.ts'

/** `ahead`: 1 is the next. `aboutMs`: estimated time until its turn, null without a planned start. `aside`: skipped, or not in the running order. */
export type QueuePlace =
  | { is: 'waiting'; ahead: number; aboutMs: number | null }
  | { is: 'on-stage' }
  | { is: 'been' }
  | { is: 'aside' }
  | { is: 'over' }

export function placeInQueue(
  entryId: string,
  order: readonly ForecastSlot[],
  event: ForecastEvent,
  stage: ForecastStage,
  nowMs: number,
): QueuePlace {
  if (stage.phase !== 'setup' && stage.phase !== 'live') return { is: 'over' }
  if (stage.onStage?.id === entryId) return { is: 'on-stage' }
  const { callAtMs, startIsKnown } = forecastShow(order, event, stage, nowMs)
  const ahead = [...callAtMs.keys()].indexOf(entryId) + 1
  if (ahead > 0) return { is: 'waiting', ahead, aboutMs: startIsKnown ? callAtMs.get(entryId)! - nowMs : null }
  return { is: order.some((slot) => slot.id === entryId && slot.shown) ? 'been' : 'aside' }
}

export function turnWords(ahead: number): string {
  return ahead <= 1 ? 'next' : `${ordinal(ahead)} from now`
}

/** "about 9 minutes", "about 2 hours", "any moment now"; '' beyond a day, where an estimate means nothing. */
export function aboutWords(aboutMs: number): string {
  const minutes = Math.round(aboutMs / 60_000)
  if (minutes < 1) return 'any moment now'
  if (minutes < 90) return plural(minutes, { one: 'about a minute', other: `about ${minutes} minutes` })
  const hours = Math.round(minutes / 30) / 2
  return hours > 24 ? '' : `about ${Number.isInteger(hours) ? hours : `${Math.floor(hours)}½`} hours`
}
