import { eventZone } from '../../core/event-zone.ts'
import type { Recipient } from './link-recipients.ts'

type State = Pick<Recipient, 'state' | 'sentAt'>

/** For a cell under the heading "Link". */
export function linkCell({ state, sentAt }: State): string {
  if (state === 'none') return 'None yet'
  if (state === 'ready') return 'To send'
  return state === 'used' ? 'Opened' : `Sent ${dayWords(sentAt!)}`
}

/** For a line without a heading. */
export function linkLine({ state, sentAt }: State): string {
  if (state === 'none') return 'No link yet'
  if (state === 'ready') return 'Link to send'
  return state === 'used' ? 'Link opened' : `Link sent ${dayWords(sentAt!)}`
}

const dayWords = (moment: string) =>
  new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: eventZone() })
