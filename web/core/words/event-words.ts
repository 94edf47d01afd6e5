import type { Event, Phase } from '../../../api/schema/event.ts'

export const phaseWords: Record<Phase, string> = {
  setup: 'Being set up',
  live: 'Under way',
  closed: 'Scoring has closed',
  revealing: 'The reveal',
  final: 'Result published',
}

/** "Sat 20 June 2026, 15:30" on this machine's wall; '' while there is no start. */
export function startWords({ startsAt }: Pick<Event, 'startsAt'>): string {
  if (!startsAt) return ''
  const at = new Date(startsAt)
  const day = at.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
  return `${day}, ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
}

/** "20 June 2026" on this machine's wall; '' while there is no start. */
export function dayWords({ startsAt }: Pick<Event, 'startsAt'>): string {
  const how = { day: 'numeric', month: 'long', year: 'numeric' } as const
  return startsAt ? new Date(startsAt).toLocaleDateString('en-GB', how) : ''
}
