import type { Entry } from '../../schema/entry.ts'
import type { Event } from '../../schema/event.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { remainingMs } from './timer.ts'

/**
 * Where an entry stands. `ahead` counts the turns until its own: 1 is the next. `aboutMs` is an estimate; null when nothing is planned.
 * `aside`: passed over, or behind the one on stage without having been called.
 */
export type QueuePlace =
  | { is: 'waiting'; ahead: number; aboutMs: number | null }
  | { is: 'on-stage' }
  | { is: 'been' }
  | { is: 'aside' }
  | { is: 'over' }

type Lengths = Pick<Event, 'startsAt' | 'talkSeconds' | 'questionsSeconds'>
type Slot = Pick<Entry, 'id' | 'talkSeconds' | 'questionsSeconds' | 'skipped' | 'shown'>
type Stage = Pick<StageSnapshot, 'phase' | 'timer' | 'pause'> & { onStage: Pick<Entry, 'id'> | null }

/** A start that was planned longer ago than this says nothing about when it begins. */
const mostLateMs = 3_600_000

/** How long an entry's turn is planned to take: its own times, else the event's. */
export function turnSeconds(
  event: Pick<Event, 'talkSeconds' | 'questionsSeconds'>,
  slot: Pick<Entry, 'talkSeconds' | 'questionsSeconds'>,
): number {
  return (slot.talkSeconds ?? event.talkSeconds) + (slot.questionsSeconds ?? event.questionsSeconds)
}

/** When each entry is planned to be called, in milliseconds from the start, if all keep to their time. One passed over is not. */
export function plannedTurns(order: readonly Omit<Slot, 'shown'>[], event: Lengths): Map<string, number> {
  let atMs = 0
  const turns = new Map<string, number>()
  for (const slot of order) {
    if (slot.skipped) continue
    turns.set(slot.id, atMs)
    atMs += turnSeconds(event, slot) * 1000
  }
  return turns
}

/**
 * An entry's place in the running order at `nowMs` (server time). The time is what is left of the turn on stage, plus the planned
 * turns of everyone between; before anyone is called it counts from the planned start. A break lasts until the time it was given;
 * overtime, and a break to come, are not foreseen.
 */
export function placeInQueue(
  entryId: string,
  order: readonly Slot[],
  event: Lengths,
  stage: Stage,
  nowMs: number,
): QueuePlace {
  if (stage.phase !== 'setup' && stage.phase !== 'live') return { is: 'over' }
  if (stage.onStage?.id === entryId) return { is: 'on-stage' }
  const own = order.findIndex((slot) => slot.id === entryId)
  const now = order.findIndex((slot) => slot.id === stage.onStage?.id)
  const mine = order[own]
  if (!mine || mine.skipped) return { is: 'aside' }
  if (own < now) return { is: mine.shown ? 'been' : 'aside' }
  const between = order.slice(now + 1, own).filter((slot) => !slot.skipped)
  const ahead = between.length + 1
  const turnsMs = between.reduce((sum, slot) => sum + turnSeconds(event, slot) * 1000, 0)
  const waitMs = now < 0 ? beginsMs(event, stage, nowMs) : turnLeftMs(event, order[now], stage.timer, nowMs)
  const breakMs = stage.pause?.untilAt ? Date.parse(stage.pause.untilAt) - nowMs : 0
  return { is: 'waiting', ahead, aboutMs: waitMs === null ? null : Math.max(waitMs, breakMs) + turnsMs }
}

/** Until the first is called. Doors open without a planned start: any moment. */
function beginsMs({ startsAt }: Lengths, { phase }: Stage, nowMs: number): number | null {
  const planned = startsAt === null ? null : Date.parse(startsAt) - nowMs
  if (phase === 'live') return Math.max(0, planned ?? 0)
  return planned === null || planned < -mostLateMs ? null : Math.max(0, planned)
}

function turnLeftMs(event: Lengths, slot: Slot | undefined, timer: StageSnapshot['timer'], nowMs: number): number {
  const left = Math.max(0, remainingMs(timer, nowMs))
  return timer.part === 'talk' ? left + (slot?.questionsSeconds ?? event.questionsSeconds) * 1000 : left
}

/** "next", "2nd from now": how many turns until one's own. */
export function turnWords(ahead: number): string {
  return ahead <= 1 ? 'next' : `${ordinal(ahead)} from now`
}

/** "1st", "2nd", "11th". */
export function ordinal(place: number): string {
  const ending = place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${place}${ending}`
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
