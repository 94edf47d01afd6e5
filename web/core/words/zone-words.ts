import { zoneOffsetMs } from '../../../api/rules/event/time-zone.ts'
import { eventZone } from '../event-zone.ts'
import { clockTime } from './clock-time.ts'

export const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

export function zoneName(timeZone: string): string {
  if (timeZone === 'Europe/London') return 'UK time'
  const place = timeZone.split('/').at(-1)!.replaceAll('_', ' ')
  return /^(?!Etc\/).+\//.test(timeZone) ? `${place} time` : place
}

/** "Times are UK time (BST).", with the short name of that day; '' while the event has no zone. */
export function zoneWords(atMs: number): string {
  const timeZone = eventZone()
  if (!timeZone) return ''
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(atMs)
  const short = parts.find((part) => part.type === 'timeZoneName')?.value
  const name = zoneName(timeZone)
  return `Times are ${name}${short && short !== name ? ` (${short})` : ''}.`
}

export function clockTimeAndZone(moment: string | number): string {
  const timeZone = eventZone()
  return clockTime(moment) + (timeZone ? ` ${zoneName(timeZone)}` : '')
}

/** Warns where the device's clock differs from the event's at this moment; '' where both show the same time. */
export function zoneWarning(device: 'laptop' | 'device', nowMs: number): string {
  const [own, timeZone] = [deviceZone(), eventZone()]
  if (!timeZone || zoneOffsetMs(nowMs, own) === zoneOffsetMs(nowMs, timeZone)) return ''
  return `This ${device}’s clock shows ${zoneName(own)}. All times here are ${zoneName(timeZone)}.`
}
