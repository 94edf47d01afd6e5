import type { Entry } from '../../schema/entry.ts'

/** An entry that may be visited. `onTheWay`: other judges who were sent to it and have not finished it. */
export type Visits = { entryId: string; finished: number; onTheWay: number }

export type Walk = {
  /** In walking order: neighbours in the list are neighbours in the room. */
  visits: readonly Visits[]
  /** Entries that this judge has finished or recused from, and the one to be passed over now. */
  exceptIds: ReadonlySet<string>
  /** The entry at which the judge is; undefined before the first. */
  atId: string | undefined
  /** Where a judge begins when nothing else decides: 0 to 1 of the way round, different for each judge. */
  start: number
}

/**
 * The entry that a judge visits next: the least visited, counting judges on the way as visits; of those, the nearest. Undefined when none
 * is left. Judges who follow the least visited one spread evenly, so that no entry is left with too few ballots, and judges who begin at
 * different entries do not all mark the same one first, when people mark low.
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

/** Round the room, so that the last entry is beside the first. Onward is a little nearer than back. */
function stepsBetween(from: number, to: number, count: number): number {
  const onward = (to - from + count) % count
  return Math.min(onward, count - onward + 0.5)
}

/** Spreads judges over the room: 0 to 1, by the order in which they joined. Any number of judges stand far apart (golden ratio). */
export const startOf = (judgeNumber: number): number => (judgeNumber * 0.618_033_988_749_895) % 1

const byTable = new Intl.Collator('en-GB', { numeric: true })

/** Entries as people pass them: by table where all have one, else in running order. */
export function walkingOrder<E extends Pick<Entry, 'table' | 'slot'>>(entries: readonly E[]): E[] {
  const everyTable = entries.every(({ table }) => table !== '')
  return [...entries].sort((a, b) => (everyTable && byTable.compare(a.table, b.table)) || a.slot - b.slot)
}
