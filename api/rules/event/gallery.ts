import type { Entry } from '../../schema/entry.ts'
import type { Event } from '../../schema/event.ts'
import { listShowcaseIds } from '../show/showcase.ts'
import { countOf } from '../words/plural.ts'

export function isGalleryPublic({ galleryPublic, phase }: Pick<Event, 'galleryPublic' | 'phase'>): boolean {
  if (galleryPublic === 'from-doors') return phase !== 'setup'
  return galleryPublic === 'after-result' && phase === 'final'
}

/** For everyone else, while the gallery is not public. */
export const galleryClosedWords: Record<Event['galleryPublic'], string> = {
  never: 'The organiser shows the teams in the room only.',
  'from-doors': 'It opens when the doors do.',
  'after-result': 'It opens once the result has been published.',
}

/** In running order, without warm-ups and skipped teams. */
export function listGalleryEntries(entries: Entry[]): Entry[] {
  const ids = new Set(listShowcaseIds(entries))
  return entries.filter((entry) => ids.has(entry.id))
}

/** "What 12 teams made · Guildhall" */
export function galleryWords({ venue }: Pick<Event, 'venue'>, entries: Entry[]): string {
  return [`What ${countOf(listGalleryEntries(entries).length, 'team')} made`, venue].filter(Boolean).join(' · ')
}
