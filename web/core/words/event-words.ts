import { findTimeZone } from '../../../api/rules/event/time-zone.ts'
import type { Event, Phase } from '../../../api/schema/event.ts'
import { zoneName } from './zone-words.ts'

export const phaseWords: Record<Phase, string> = {
  setup: 'Being set up',
  live: 'Under way',
  closed: 'Scoring has closed',
  revealing: 'The reveal',
  final: 'Result published',
}

type Start = Pick<Event, 'startsAt'> & Partial<Pick<Event, 'timeZone'>>

/** "Sat 20 June 2026, 15:30 UK time", in the device's zone where the event has none; '' while there is no start. */
export function startWords({ startsAt, timeZone: name }: Start): string {
  if (!startsAt) return ''
  const at = new Date(startsAt)
  const timeZone = findTimeZone(name)
  const format = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  const day = at.toLocaleDateString('en-GB', format)
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
  return `${day}, ${time}${timeZone ? ` ${zoneName(timeZone)}` : ''}`
}

export function dayWords({ startsAt, timeZone }: Start): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: findTimeZone(timeZone) } as const
  return startsAt ? new Date(startsAt).toLocaleDateString('en-GB', format) : ''
}
