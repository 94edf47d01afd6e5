import type { Entry } from '../../schema/entry.ts'
import { refuse } from '../refusal.ts'

type Slot = Pick<Entry, 'id' | 'skipped'>

/** The part of the show that decides which team is next. */
export type StageHistory = {
  onStageId: string | null
  shownIds: readonly string[]
  /** Teams that `back` sent off before their time was used up; the last of them is called first. */
  interruptedIds: readonly string[]
}

/**
 * The entry that `next` calls and every screen announces: first a team that `back` interrupted, then the first in the running order that is
 * neither shown nor skipped. Undefined when none is left.
 */
export function nextEntryId(order: readonly Slot[], stage: StageHistory): string | undefined {
  return comingIds(order, stage)[0]
}

export function comingIds(order: readonly Slot[], stage: StageHistory): string[] {
  const isWaiting = (id: string) => id !== stage.onStageId && order.some((slot) => slot.id === id && !slot.skipped)
  const interrupted = stage.interruptedIds.filter(isWaiting).reverse()
  const uncalled = order.map(({ id }) => id).filter((id) => isWaiting(id) && !stage.shownIds.includes(id))
  return [...interrupted, ...uncalled]
}

/** Whether the entry counts among the teams of the show: no warm-up, and shown or not skipped. */
export function isCountedTeam(entry: Pick<Entry, 'skipped' | 'warmUp' | 'shown'>): boolean {
  return !entry.warmUp && (entry.shown || !entry.skipped)
}

/** The new order must name every entry exactly once; otherwise it was made from an older line-up. */
export function checkRunningOrder(before: string[], after: string[]): void {
  const same =
    before.length === after.length && new Set(after).size === after.length && after.every((id) => before.includes(id))
  if (!same) refuse('order-incomplete')
}
