import type { Event } from '../schema/event.ts'
import type { StageSnapshot } from '../schema/stage.ts'
import { remainingMs } from './timer.ts'

/** Where an entry stands. `ahead` counts the turns until its own: 1 is the next. `aboutMs` is an estimate; null when nothing is planned. */
export type QueuePlace =
  | { is: 'waiting'; ahead: number; aboutMs: number | null }
  | { is: 'on-stage' }
  | { is: 'been' }
  | { is: 'over' }

type Lengths = Pick<Event, 'startsAt' | 'talkSeconds' | 'questionsSeconds'>
type Stage = Pick<StageSnapshot, 'phase' | 'onStage' | 'timer'>

/**
 * An entry's place in the running order at `nowMs` (server time). The time is what is left of the turn on stage, plus the planned
 * talk and questions of everyone between; before anyone is called it counts from the planned start. Overtime and breaks are not foreseen.
 */
export function placeInQueue(
  entryId: string,
  entryIds: readonly string[],
  event: Lengths,
  stage: Stage,
  nowMs: number,
): QueuePlace {
  if (stage.phase !== 'setup' && stage.phase !== 'live') return { is: 'over' }
  if (stage.onStage?.id === entryId) return { is: 'on-stage' }
  const turnMs = (event.talkSeconds + event.questionsSeconds) * 1000
  const own = entryIds.indexOf(entryId)
  const now = stage.onStage ? entryIds.indexOf(stage.onStage.id) : -1
  if (own < now) return { is: 'been' }
  const ahead = own - now
  if (now >= 0) return { is: 'waiting', ahead, aboutMs: turnLeftMs(event, stage.timer, nowMs) + (ahead - 1) * turnMs }
  const startsMs = event.startsAt === null ? null : Math.max(0, Date.parse(event.startsAt) - nowMs)
  // Doors open without a planned start: it begins any moment.
  const beginsMs = startsMs ?? (stage.phase === 'live' ? 0 : null)
  return { is: 'waiting', ahead, aboutMs: beginsMs === null ? null : beginsMs + own * turnMs }
}

function turnLeftMs(event: Lengths, timer: StageSnapshot['timer'], nowMs: number): number {
  const left = Math.max(0, remainingMs(timer, nowMs))
  return timer.part === 'talk' ? left + event.questionsSeconds * 1000 : left
}

/** "next", "2nd from now": how many turns until one's own. */
export function turnWords(ahead: number): string {
  if (ahead <= 1) return 'next'
  const ending = ahead % 100 >= 11 && ahead % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][ahead % 10] ?? 'th')
  return `${ahead}${ending} from now`
}

/** "about 9 minutes", "about 2 hours", "any moment now". Longer than a day there is nothing sensible to say: ''. */
export function aboutWords(aboutMs: number): string {
  const minutes = Math.round(aboutMs / 60_000)
  if (minutes < 1) return 'any moment now'
  if (minutes === 1) return 'about a minute'
  if (minutes < 90) return `about ${minutes} minutes`
  const hours = Math.round(minutes / 30) / 2
  return hours > 24 ? '' : `about ${Number.isInteger(hours) ? hours : `${Math.floor(hours)}½`} hours`
}
