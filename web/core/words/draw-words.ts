import { isInDrawnOrder } from '../../../api/rules/show/draw.ts'
import type { Draw } from '../../../api/schema/entry.ts'
import { eventZone } from '../event-zone.ts'
import { clockTime } from './clock-time.ts'

const dayWords = (moment: string) =>
  new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: eventZone() })
const timesWords = (n: number) => ['', '', ' (the second draw)', ' (the third draw)'][n] ?? ` (drawn ${n} times)`

export function drawWords(draw: Draw, entryIds: readonly string[]): string {
  const sentence = `The order was drawn at random on ${dayWords(draw.at)} at ${clockTime(draw.at)} from the seed ${draw.seed}${timesWords(draw.times)}.`
  return isInDrawnOrder(entryIds, draw.entryIds) ? sentence : `${sentence} Some teams were moved by hand since.`
}

/** At most six digits. An empty text lets the server pick a seed; undefined for any other text. */
export function readSeed(text: string): { seed: number | undefined } | undefined {
  const typed = text.replace(/[\s.,]/g, '')
  if (typed === '') return { seed: undefined }
  return /^\d{1,6}$/.test(typed) ? { seed: Number(typed) } : undefined
}
