import { eventZone } from '../../core/event-zone.ts'
import type { LinkState } from './link-recipients.ts'

export function linkWords(state: LinkState, sentAt: string | null): string {
  if (state === 'none') return 'None yet'
  if (state === 'ready') return 'To send'
  if (state === 'used') return 'Opened'
  return sentAt ? `Sent ${dayWords(sentAt)}` : 'Sent'
}

const dayWords = (moment: string) =>
  new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: eventZone() })
