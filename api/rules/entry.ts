import type { Entry } from '../schema/entry.ts'
import { refuse } from './refusal.ts'
import type { Setting, Show } from './show.ts'

/** An entry as it is kept; whether and when it was shown is known to the event's show. */
export type StoredEntry = Omit<Entry, 'shown' | 'calledAt'>

/** What an entry is where its maker said nothing. */
export const blankEntry = {
  summary: '',
  organisations: [] as string[],
  members: [] as string[],
  link: '',
  warmUp: false,
}

/** An entry as everyone sees it. */
export function toEntry(show: Pick<Show, 'shownIds' | 'calledAt'>, stored: StoredEntry): Entry {
  return { ...stored, shown: show.shownIds.includes(stored.id), calledAt: show.calledAt[stored.id] ?? null }
}

/** The show without an entry that is taken out: no press may bring it back on stage. */
export function withoutEntry(show: Show, entryId: string): Show {
  if (show.onStageId === entryId) refuse('entry-in-use')
  const { [entryId]: _, ...calledAt } = show.calledAt
  return {
    ...show,
    shownIds: show.shownIds.filter((id) => id !== entryId),
    calledAt,
    before: show.before?.onStageId === entryId ? null : show.before,
  }
}

/** What the show's moves ask of the running order: who is in it, who is passed over, and everyone's planned times. */
export function settingOf(
  event: { talkSeconds: number; questionsSeconds: number },
  entries: StoredEntry[],
): Omit<Setting, 'revealSteps' | 'nowMs'> {
  const find = (entryId: string | null) => entries.find((entry) => entry.id === entryId)
  return {
    entryIds: entries.map((entry) => entry.id),
    skippedIds: entries.filter((entry) => entry.skipped).map((entry) => entry.id),
    talkMs: (entryId) => (find(entryId)?.talkSeconds ?? event.talkSeconds) * 1000,
    questionsMs: (entryId) => (find(entryId)?.questionsSeconds ?? event.questionsSeconds) * 1000,
  }
}
