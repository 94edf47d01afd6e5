import { refuse } from '../refusal.ts'
import { nextEntryId } from './running-order.ts'
import { type MoveContext, type Show, stageHistory } from './show.ts'
import { clocksWithStage } from './stage-place.ts'
import { freshTimer, stageTimer } from './stage-timer.ts'
import { remainingMs } from './timer.ts'

export function callEntry(show: Show, entryId: string, setting: MoveContext): Show {
  if (!setting.entryIds.includes(entryId)) refuse('no-such-entry')
  if (show.onStageId === entryId)
    return show.scene === 'on-stage' ? show : { ...show, scene: 'on-stage', showcase: null, pause: null }
  const clocks = clocksWithStage(show, setting)
  return {
    ...show,
    scene: 'on-stage',
    sceneBefore: 'on-stage',
    onStageId: entryId,
    shownIds: show.shownIds.includes(entryId) ? show.shownIds : [...show.shownIds, entryId],
    calledAt: { [entryId]: new Date(setting.nowMs).toISOString(), ...show.calledAt },
    timer: clocks[entryId] ?? freshTimer('talk', setting.talkMs(entryId)),
    clocks,
    interruptedIds: (show.interruptedIds ?? []).filter((id) => id !== entryId),
    message: null,
    showcase: null,
    slides: null,
    pause: null,
  }
}

/** The next call returns to the entry that `back` interrupted, unless its talk was over. */
export function interrupt(changed: Show, { onStageId, timer }: Show, { nowMs }: MoveContext): Show {
  const talkIsOver = timer.part === 'questions' || remainingMs(stageTimer(timer), nowMs) <= 0
  if (changed.onStageId === onStageId || onStageId === null || talkIsOver) return changed
  return { ...changed, interruptedIds: [...changed.interruptedIds, onStageId] }
}

export function nextId(show: Show, setting: MoveContext): string {
  if (setting.entryIds.length === 0) refuse('nothing-to-show')
  const order = setting.entryIds.map((id) => ({ id, skipped: setting.skippedIds.includes(id) }))
  return nextEntryId(order, stageHistory(show)) ?? refuse('no-next-entry')
}

export function previousId(show: Show, setting: MoveContext): string {
  if (setting.entryIds.length === 0) refuse('nothing-to-show')
  if (show.onStageId === null) refuse('nobody-on-stage')
  const earlier = show.shownIds.slice(0, show.shownIds.indexOf(show.onStageId))
  return earlier.filter((id) => !setting.skippedIds.includes(id)).at(-1) ?? refuse('no-entry-before')
}
