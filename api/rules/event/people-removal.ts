import type { Phase } from '../../schema/event.ts'

const dayMs = 86_400_000

/**
 * The moment from which the server removes the people's data by itself: `keepPeopleDays` after the publication, or after the close while
 * nothing is published. Null before the close, during the reveal, once they are removed, and when the organiser deletes the data by hand.
 */
export function peopleRemovalAt({
  phase,
  phaseSince,
  keepPeopleDays,
  peopleRemovedAt,
}: {
  phase: Phase
  phaseSince: string
  keepPeopleDays: number | null
  peopleRemovedAt: string | null
}): string | null {
  if (keepPeopleDays === null || (phase !== 'closed' && phase !== 'final')) return null
  if (peopleRemovedAt !== null && Date.parse(peopleRemovedAt) >= Date.parse(phaseSince)) return null
  return new Date(Date.parse(phaseSince) + keepPeopleDays * dayMs).toISOString()
}
