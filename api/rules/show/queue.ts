import { ordinal } from '../words/ordinal.ts'
import { plural } from '../words/plural.ts'
import { type ForecastEvent, type ForecastSlot, type ForecastStage, forecastShow } from './forecast.ts'

/**
 * Where an entry stands in the queue. `ahead` counts the turns until its own: 1 is the next. `aboutMs` is an estimate; null when nothing
 * is planned. `aside`: skipped, or not in the running order.
 */
export type QueuePlace =
  | { is: 'waiting'; ahead: number; aboutMs: number | null }
  | { is: 'on-stage' }
  | { is: 'been' }
  | { is: 'aside' }
  | { is: 'over' }

/** An entry's place in the queue at `nowMs` (server time). */
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

/** "next", "2nd from now": how many turns until one's own. */
export function turnWords(ahead: number): string {
  return ahead <= 1 ? 'next' : `${ordinal(ahead)} from now`
}

/** "about 9 minutes", "about 2 hours", "any moment now". Longer than a day there is nothing sensible to say: ''. */
export function aboutWords(aboutMs: number): string {
  const minutes = Math.round(aboutMs / 60_000)
  if (minutes < 1) return 'any moment now'
  if (minutes < 90) return plural(minutes, { one: 'about a minute', other: `about ${minutes} minutes` })
  const hours = Math.round(minutes / 30) / 2
  return hours > 24 ? '' : `about ${Number.isInteger(hours) ? hours : `${Math.floor(hours)}½`} hours`
}
