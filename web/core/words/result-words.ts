import { ordinal } from '../../../api/rules/words/ordinal.ts'
import { countOf } from '../../../api/rules/words/plural.ts'

/** How likely an entry is to be the best; `pFirst` is a probability from 0 to 1. */
export function chanceWords(pFirst: number | null): string {
  if (pFirst === null) return 'Chance of being first unknown'
  if (pFirst < 0.05) return 'Almost certainly not first'
  if (pFirst >= 0.95) return 'Almost certainly first'
  return `First about ${countOf(Math.min(9, Math.max(1, Math.round(pFirst * 10))), 'time')} in 10`
}

export function rankWords(interval: [number, number] | null): string {
  if (!interval) return 'not ranked'
  const [best, worst] = interval
  return best === worst ? `almost certainly ${ordinal(best)}` : `anywhere from ${ordinal(best)} to ${ordinal(worst)}`
}

/** `rankInterval`: the 90 % interval of the rank, from 1. */
export function certaintyWords(pFirst: number | null, rankInterval: [number, number] | null): string {
  const isCertainlyFirst = pFirst !== null && pFirst >= 0.95 && rankInterval?.[1] === 1
  return isCertainlyFirst ? chanceWords(pFirst) : `${chanceWords(pFirst)}, ${rankWords(rankInterval)}`
}

export function placesWords(rank: number, count: number, after: boolean): string {
  const shared = Array.from({ length: count }, () => rank)
  if (!after) return `They share the place: ${shared.join(', ')}.`
  return `They share the place; the next team keeps its own: ${[...shared, rank + count].join(', ')}.`
}

export function leniencyWords(leniency: number | null): string {
  if (leniency === null) return 'No ballot that counts'
  const points = Math.abs(leniency).toFixed(1)
  if (points === '0.0') return 'Marks as the panel does'
  return `Marks ${points} ${leniency > 0 ? 'above' : 'below'} the panel`
}

export const methodWords = { levelled: 'Levelled average', mean: 'Plain average' } as const
