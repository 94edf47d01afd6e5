import type { Phase } from '../../schema/event.ts'

const dayMs = 86_400_000

/**
 * The moment from which the server removes the people's data by itself: `keepPeopleDays` after the publication, or after the close while
 * nothing is published. Null before the close, during the reveal, and when the organiser deletes the data by hand.
 */
export function peopleRemovalAt({
  phase,
  phaseSince,
  keepPeopleDays,
}: {
  phase: Phase
  phaseSince: string
  keepPeopleDays: number | null
}): string | null {
  if (keepPeopleDays === null || (phase !== 'closed' && phase !== 'final')) return null
  return new Date(Date.parse(phaseSince) + keepPeopleDays * dayMs).toISOString()
}
