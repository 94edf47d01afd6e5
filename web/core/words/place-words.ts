import { isCountedTeam } from '../../../api/rules/show/running-order.ts'
import type { Entry } from '../../../api/schema/entry.ts'

type Slot = Pick<Entry, 'id' | 'slot' | 'skipped' | 'warmUp' | 'shown'>

/** 3 of "3 of 8": an entry's place among those the room counts; 0 of a warm-up and of a team that is skipped. */
export function placeOf(entry: Slot, entries: readonly Slot[]): number {
  if (!isCountedTeam(entry)) return 0
  const place = entries
    .filter((other) => other.id === entry.id || isCountedTeam(other))
    .findIndex(({ id }) => id === entry.id)
  return place < 0 ? entry.slot : place + 1
}

/** "3 of 8", and what stands there for a warm-up. A skipped team that is called is counted, even before the line-up says so. */
export function placeWords(entry: Slot, entries: readonly Slot[], slots: number): string {
  return entry.warmUp ? 'Warm-up, not scored' : `${placeOf({ ...entry, shown: true }, entries)} of ${slots}`
}
