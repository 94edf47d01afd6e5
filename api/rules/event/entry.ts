import type { Entry } from '../../schema/entry.ts'
import type { Scoring } from '../../schema/event.ts'
import { filmAddress } from '../film/film.ts'
import { pictureAddress } from '../pictures/picture.ts'
import { refuse } from '../refusal.ts'
import type { MoveContext, Show } from '../show/apply-cue.ts'
import { isOpen, listShowcaseIds } from '../show/showcase.ts'
import { deckOf } from '../show/slides.ts'

/** `slides`: also those that not everyone may know of yet. */
export type StoredEntry = Omit<Entry, 'shown' | 'open' | 'calledAt' | 'picture' | 'film'> & {
  ready: boolean
  /** Only the organiser may read it until the result is published. */
  disqualified: string | null
  pictureDigest: string | null
  filmId: string | null
}

export const blankEntry = {
  summary: '',
  organisations: [] as string[],
  members: [] as string[],
  link: '',
  table: '',
  warmUp: false,
}

/** `showsSlides`: the reader may know of the entry's slides. */
export function toEntry(
  { slug, show }: { slug: string; show: Pick<Show, 'shownIds' | 'calledAt' | 'opened'> },
  { ready: _, disqualified: _reason, pictureDigest, filmId, slides, ...rest }: StoredEntry,
  showsSlides = show.shownIds.includes(rest.id),
): Entry {
  return {
    ...rest,
    slides: showsSlides ? slides : null,
    picture: pictureAddress(slug, pictureDigest, rest.id),
    film: filmAddress(slug, filmId, rest.id),
    shown: show.shownIds.includes(rest.id),
    open: isOpen(show, rest.id),
    calledAt: show.calledAt[rest.id] ?? null,
  }
}

export function isReady({ onStageId }: Pick<Show, 'onStageId'>, { id, ready }: Pick<StoredEntry, 'id' | 'ready'>) {
  return ready && id !== onStageId
}

/** Without it no cue can call the removed entry again. */
export function withoutEntry(show: Show, entryId: string): Show {
  if (show.onStageId === entryId) refuse('entry-in-use')
  const { before, opened } = show
  return {
    ...show,
    ...recordWithout(show, entryId),
    opened: opened && { ...opened, entryIds: opened.entryIds.filter((id) => id !== entryId) },
    before: before && before.onStageId !== entryId ? { ...before, ...recordWithout(before, entryId) } : null,
  }
}

type StageRecord = Partial<Pick<Show, 'shownIds' | 'calledAt' | 'clocks' | 'interruptedIds'>>

function recordWithout(
  { shownIds = [], calledAt = {}, clocks = {}, interruptedIds = [] }: StageRecord,
  entryId: string,
) {
  const without = (ids: string[]) => ids.filter((id) => id !== entryId)
  const { [entryId]: _call, ...otherCalls } = calledAt
  const { [entryId]: _clock, ...otherClocks } = clocks
  return {
    shownIds: without(shownIds),
    calledAt: otherCalls,
    clocks: otherClocks,
    interruptedIds: without(interruptedIds),
  }
}

export function moveContextOf(
  event: { talkSeconds: number; questionsSeconds: number; scoring: Scoring },
  entries: StoredEntry[],
): Omit<MoveContext, 'revealSteps' | 'nowMs' | 'onStageHasBallots'> {
  const find = (entryId: string | null) => entries.find((entry) => entry.id === entryId)
  return {
    entryIds: entries.map((entry) => entry.id),
    skippedIds: entries.filter((entry) => entry.skipped).map((entry) => entry.id),
    showcaseIds: event.scoring === 'any-order' ? listShowcaseIds(entries) : [],
    talkMs: (entryId) => (find(entryId)?.talkSeconds ?? event.talkSeconds) * 1000,
    questionsMs: (entryId) => (find(entryId)?.questionsSeconds ?? event.questionsSeconds) * 1000,
    deck: (entryId) => deckOf(find(entryId) ?? { slides: null, pageSeconds: null }),
  }
}
