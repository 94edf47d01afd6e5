import type { Entry } from '../../schema/entry.ts'
import { pictureAddress } from '../pictures/picture.ts'
import { refuse } from '../refusal.ts'
import type { Setting, Show } from '../show/move.ts'

/** An entry as it is kept; whether and when it was shown is known to the event's show. */
export type StoredEntry = Omit<Entry, 'shown' | 'calledAt' | 'picture'> & {
  /** The team has said that it waits by the stage. */
  ready: boolean
  pictureDigest: string | null
}

/** What an entry is where its maker said nothing. */
export const blankEntry = {
  summary: '',
  organisations: [] as string[],
  members: [] as string[],
  link: '',
  warmUp: false,
}

/** An entry as everyone sees it. */
export function toEntry(
  { slug, show }: { slug: string; show: Pick<Show, 'shownIds' | 'calledAt'> },
  { ready: _, pictureDigest, ...rest }: StoredEntry,
): Entry {
  return {
    ...rest,
    picture: pictureAddress(slug, pictureDigest, rest.id),
    shown: show.shownIds.includes(rest.id),
    calledAt: show.calledAt[rest.id] ?? null,
  }
}

/** Whether an entry waits by the stage. On it, the word has done its work. */
export function isReady({ onStageId }: Pick<Show, 'onStageId'>, { id, ready }: Pick<StoredEntry, 'id' | 'ready'>) {
  return ready && id !== onStageId
}

/** The show without an entry that is taken out: no press may bring it back on stage. */
export function withoutEntry(show: Show, entryId: string): Show {
  if (show.onStageId === entryId) refuse('entry-in-use')
  const { before } = show
  return {
    ...show,
    ...recordWithout(show, entryId),
    before: before && before.onStageId !== entryId ? { ...before, ...recordWithout(before, entryId) } : null,
  }
}

type StageRecord = Partial<Pick<Show, 'shownIds' | 'calledAt' | 'clocks' | 'interruptedIds'>>

function recordWithout(
  { shownIds = [], calledAt = {}, clocks = {}, interruptedIds = [] }: StageRecord,
  entryId: string,
) {
  const others = (ids: string[]) => ids.filter((id) => id !== entryId)
  const { [entryId]: _call, ...otherCalls } = calledAt
  const { [entryId]: _clock, ...otherClocks } = clocks
  return {
    shownIds: others(shownIds),
    calledAt: otherCalls,
    clocks: otherClocks,
    interruptedIds: others(interruptedIds),
  }
}

/** What the show's moves ask of the running order: who is in it, who is passed over, and everyone's planned times. */
export function settingOf(
  event: { talkSeconds: number; questionsSeconds: number },
  entries: StoredEntry[],
): Omit<Setting, 'revealSteps' | 'nowMs' | 'onStageHasBallots'> {
  const find = (entryId: string | null) => entries.find((entry) => entry.id === entryId)
  return {
    entryIds: entries.map((entry) => entry.id),
    skippedIds: entries.filter((entry) => entry.skipped).map((entry) => entry.id),
    talkMs: (entryId) => (find(entryId)?.talkSeconds ?? event.talkSeconds) * 1000,
    questionsMs: (entryId) => (find(entryId)?.questionsSeconds ?? event.questionsSeconds) * 1000,
  }
}
