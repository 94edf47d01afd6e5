import type { Entry } from '../../schema/entry.ts'
import { refuse } from '../refusal.ts'

type Slot = Pick<Entry, 'id' | 'skipped'>

export type StageHistory = {
  onStageId: string | null
  shownIds: readonly string[]
  interruptedIds: readonly string[]
}

/**
 * What `next` calls and screens announce: the last entry that `back` interrupted, else the first in the running order that is neither
 * shown nor skipped. Undefined when none is left.
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

export function isCountedTeam(entry: Pick<Entry, 'skipped' | 'warmUp' | 'shown'>): boolean {
  return !entry.warmUp && (entry.shown || !entry.skipped)
}

/** Each entry exactly once; otherwise the order was made from an older line-up. */
export function checkRunningOrder(before: string[], after: string[]): void {
  const same =
    before.length === after.length && new Set(after).size === after.length && after.every((id) => before.includes(id))
  if (!same) refuse('order-incomplete')
}
