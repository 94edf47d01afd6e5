import type { Entry } from '../../api/schema/entry.ts'

/** "3" of "3 of 8": an entry's place among those that are not passed over, as the room counts them. */
export function placeOf(entry: Entry, entries: Entry[]): number {
  const place = entries.filter((one) => one.id === entry.id || !one.skipped).findIndex((one) => one.id === entry.id)
  return place < 0 ? entry.slot : place + 1
}
