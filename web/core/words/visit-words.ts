import { countOf } from '../../../api/rules/words/plural.ts'
import { tableWords } from '../../../api/rules/words/table-words.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { DeskUpdate } from '../../../api/schema/stage.ts'

/** Fewer ballots than this leave a place provisional. */
export const enoughBallots = 3

export type EntryVisit = { entry: Entry; finished: number; onTheWay: number }

/** Entries with fewer than three ballots, the least visited first; of those, the one to which nobody is on the way. */
export function leastVisited(visits: DeskUpdate['visits'], entries: readonly Entry[]): EntryVisit[] {
  return visits
    .filter(({ finished }) => finished < enoughBallots)
    .flatMap(({ entryId, ...visit }) => {
      const entry = entries.find(({ id }) => id === entryId)
      return entry ? [{ entry, ...visit }] : []
    })
    .sort((a, b) => a.finished - b.finished || a.onTheWay - b.onTheWay || a.entry.slot - b.entry.slot)
}

/** "Nobody yet: Table 6, Bin Day Backchat", "1 judge, 2 on the way: Table 7, Which Form". Numbers first: the desk cuts long lines. */
export function visitWords({ entry, finished, onTheWay }: EntryVisit): string {
  const seen = finished === 0 ? 'Nobody yet' : countOf(finished, 'judge')
  const coming = onTheWay > 0 ? `, ${onTheWay} on the way` : ''
  return `${seen}${coming}: ${[tableWords(entry), entry.team].filter(Boolean).join(', ')}`
}

const maxMessage = 120

/** A message for the stage, at most as long as a message may be. */
export function inviteWords({ entry }: EntryVisit): string {
  const words = entry.table
    ? `Judges: please visit table ${entry.table}, ${entry.team}`
    : `Judges: please visit ${entry.team}`
  return [...words].length <= maxMessage ? words : `${[...words].slice(0, maxMessage - 1).join('')}…`
}
