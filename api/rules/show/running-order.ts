import type { Entry } from '../../schema/entry.ts'
import { refuse } from '../refusal.ts'

type Slot = Pick<Entry, 'id' | 'skipped'>

/** Who is or was on stage, as far as the choice of the next team depends on it. */
export type StageHistory = {
  onStageId: string | null
  shownIds: readonly string[]
  /** Teams that `back` sent off before their time was used up, the earliest in the order last. */
  interruptedIds: readonly string[]
}

/**
 * The entry that `next` calls and that every screen announces: a team that `back` interrupted comes on again first; otherwise the
 * first in the running order that has not been on stage and is not skipped. Undefined when none is left: only then was it the last.
 */
export function nextEntryId(order: readonly Slot[], stage: StageHistory): string | undefined {
  return comingIds(order, stage)[0]
}

/** Every entry still to come, in the order of its turn. */
export function comingIds(order: readonly Slot[], stage: StageHistory): string[] {
  const isWaiting = (id: string) => id !== stage.onStageId && order.some((slot) => slot.id === id && !slot.skipped)
  const interrupted = stage.interruptedIds.filter(isWaiting).reverse()
  const uncalled = order.map(({ id }) => id).filter((id) => isWaiting(id) && !stage.shownIds.includes(id))
  return [...interrupted, ...uncalled]
}

/** Whether the room counts this entry among the teams of the show: warm-ups and teams that were skipped without being shown are not counted. */
export function isCountedTeam(entry: Pick<Entry, 'skipped' | 'warmUp' | 'shown'>): boolean {
  return !entry.warmUp && (entry.shown || !entry.skipped)
}

/** A new running order names every entry exactly once; anything else was made from an older line-up. */
export function checkRunningOrder(before: string[], after: string[]): void {
  const same =
    before.length === after.length && new Set(after).size === after.length && after.every((id) => before.includes(id))
  if (!same) refuse('order-incomplete')
}
