import type { Entry } from '../../../api/schema/entry.ts'

type Slot = Pick<Entry, 'id' | 'slot' | 'skipped' | 'warmUp'>

/** 3 of "3 of 8": an entry's place among those that are scored and not passed over, as the room counts them; 0 of a warm-up. */
export function placeOf(entry: Slot, entries: readonly Slot[]): number {
  if (entry.warmUp) return 0
  const counted = entries.filter((one) => !one.warmUp && (one.id === entry.id || !one.skipped))
  const place = counted.findIndex((one) => one.id === entry.id)
  return place < 0 ? entry.slot : place + 1
}

/** "3 of 8", and what a warm-up is instead. */
export function placeWords(entry: Slot, entries: readonly Slot[], slots: number): string {
  return entry.warmUp ? 'Warm-up, not scored' : `${placeOf(entry, entries)} of ${slots}`
}
