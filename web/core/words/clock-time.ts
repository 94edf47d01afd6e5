import { eventZone } from '../event-zone.ts'

export function clockTime(moment: string | number): string {
  return new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: eventZone() })
}
