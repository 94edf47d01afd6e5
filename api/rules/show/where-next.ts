import type { Entry } from '../../schema/entry.ts'

/** `onTheWay`: other judges who were sent to the entry and have not finished it. */
export type Visits = { entryId: string; finished: number; onTheWay: number }

export type Walk = {
  /** In walking order: neighbours in the list are neighbours in the room. */
  visits: readonly Visits[]
  exceptIds: ReadonlySet<string>
  atId: string | undefined
  /** Where a judge begins when no other rule decides: 0 to 1 of the way round the room. */
  start: number
}

/**
 * The least visited entry, counting judges on the way as visits; of those, the nearest. Undefined when none is left. Judges spread evenly,
 * so that no entry gets too few ballots, and begin at different entries, because people mark their first entry low.
 */
export function whereNext({ visits, exceptIds, atId, start }: Walk): string | undefined {
  const at = visits.findIndex(({ entryId }) => entryId === atId)
  const from = at < 0 ? Math.floor(start * visits.length) : at
  let best: { entryId: string; load: number; steps: number } | undefined
  for (const [place, { entryId, finished, onTheWay }] of visits.entries()) {
    if (exceptIds.has(entryId)) continue
    const candidate = { entryId, load: finished + onTheWay, steps: stepsBetween(from, place, visits.length) }
    if (!best || candidate.load < best.load || (candidate.load === best.load && candidate.steps < best.steps))
      best = candidate
  }
  return best?.entryId
}

/** In a circle: the last entry is beside the first. Forwards counts as half a step nearer than backwards. */
function stepsBetween(from: number, to: number, count: number): number {
  const onward = (to - from + count) % count
  return Math.min(onward, count - onward + 0.5)
}

/** 0 to 1, by the order in which judges joined. The golden ratio keeps any number of judges far apart. */
export const startOf = (judgeNumber: number): number => (judgeNumber * 0.618_033_988_749_895) % 1

const byTable = new Intl.Collator('en-GB', { numeric: true })

/** By table if every entry has one, else in running order. */
export function walkingOrder<E extends Pick<Entry, 'table' | 'slot'>>(entries: readonly E[]): E[] {
  const everyTable = entries.every(({ table }) => table !== '')
  return [...entries].sort((a, b) => (everyTable && byTable.compare(a.table, b.table)) || a.slot - b.slot)
}
