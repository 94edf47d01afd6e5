import { eventZone } from '../core/event-zone.ts'

const time = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
const day = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** "16:41:07" on the day of the event, with its date on any other; "–" while it has not happened. */
export function momentWords(moment: string | null, eventDay: string | null): string {
  if (!moment) return '–'
  const at = new Date(moment)
  const timeZone = eventZone()
  const dateOf = (date: Date) => date.toLocaleDateString('en-GB', { ...day, timeZone })
  const clock = at.toLocaleTimeString('en-GB', { ...time, timeZone })
  const same = eventDay !== null && dateOf(new Date(eventDay)) === dateOf(at)
  return same ? clock : `${dateOf(at)}, ${clock}`
}
