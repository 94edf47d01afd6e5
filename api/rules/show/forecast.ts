import type { Entry } from '../../schema/entry.ts'
import type { Event } from '../../schema/event.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { comingIds } from './running-order.ts'
import { remainingMs } from './timer.ts'

type Lengths = Pick<Event, 'talkSeconds' | 'questionsSeconds'>
type Times = Pick<Entry, 'talkSeconds' | 'questionsSeconds'>

export type ForecastSlot = Times & Pick<Entry, 'id' | 'skipped' | 'shown'>
export type ForecastEvent = Lengths & Pick<Event, 'startsAt'>
export type ForecastStage = Pick<StageSnapshot, 'phase' | 'timer' | 'pause' | 'showcase' | 'interruptedIds'> & {
  onStage: (Times & Pick<Entry, 'id'>) | null
}

export type Forecast = {
  callAtMs: Map<string, number>
  endsAtMs: number
  /** False when the first team's start is unknown: times then count from now. */
  startIsKnown: boolean
}

const staleStartMs = 3_600_000

export function turnSeconds(event: Lengths, slot: Times): number {
  return (slot.talkSeconds ?? event.talkSeconds) + (slot.questionsSeconds ?? event.questionsSeconds)
}

/** In ms from the start, in calling order. Skipped entries have no time. */
export function planTurns(order: readonly Omit<ForecastSlot, 'shown'>[], event: Lengths): Map<string, number> {
  const turns = order.filter((slot) => !slot.skipped)
  return computeCallTimes(turns, event, 0).callAtMs
}

/**
 * The one forecast of the desk, phones, team pages and print: the rest of the turn on stage, then the planned turns of the remaining
 * entries in the order in which `next` calls them. A break or a showcase lasts until its end; a talk that it interrupted continues after
 * it. Before the first team it counts from the planned start. Ignores overtime and breaks to come.
 */
export function forecastShow(
  order: readonly ForecastSlot[],
  event: ForecastEvent,
  stage: ForecastStage,
  nowMs: number,
): Forecast {
  const shownIds = order.filter((slot) => slot.shown).map((slot) => slot.id)
  const coming = comingIds(order, {
    onStageId: stage.onStage?.id ?? null,
    shownIds,
    interruptedIds: stage.interruptedIds,
  })
  const begun = stage.onStage !== null || shownIds.length > 0
  const start = begun ? undefined : predictFirstCall(event, stage, nowMs)
  const ends = [stage.pause?.untilAt, stage.showcase?.untilAt].map((at) => (at ? Date.parse(at) : nowMs))
  const breakEndMs = Math.max(nowMs, ...ends)
  const firstMs = Math.max(start?.atMs ?? 0, breakEndMs + turnLeftMs(event, stage, nowMs))
  const turns = coming.map((id) => order.find((slot) => slot.id === id)!)
  return { ...computeCallTimes(turns, event, firstMs), startIsKnown: start?.known ?? true }
}

function computeCallTimes(turns: readonly (Times & { id: string })[], event: Lengths, firstMs: number) {
  const callAtMs = new Map<string, number>()
  let atMs = firstMs
  for (const slot of turns) {
    callAtMs.set(slot.id, atMs)
    atMs += turnSeconds(event, slot) * 1000
  }
  return { callAtMs, endsAtMs: atMs }
}

/** When the doors are open and no start is planned: now. */
function predictFirstCall({ startsAt }: ForecastEvent, { phase }: ForecastStage, nowMs: number) {
  const plannedMs = startsAt === null ? undefined : Date.parse(startsAt)
  const isPlausible = plannedMs !== undefined && plannedMs > nowMs - staleStartMs
  return { atMs: Math.max(nowMs, plannedMs ?? nowMs), known: phase !== 'setup' || isPlausible }
}

function turnLeftMs(event: Lengths, { onStage, timer, pause }: ForecastStage, nowMs: number): number {
  if (onStage === null) return 0
  const leftMs = Math.max(0, remainingMs(timer, nowMs))
  if (timer.part === 'questions') return leftMs
  // A break that begins when the talk's time is used up follows the turn; one in mid-talk interrupts it.
  if (pause !== null && leftMs === 0) return 0
  return leftMs + (onStage.questionsSeconds ?? event.questionsSeconds) * 1000
}
