import { ordinal } from '../../../api/rules/words/ordinal.ts'

export function chanceWords(pFirst: number | null): string {
  if (pFirst === null) return 'Chance unknown'
  if (pFirst < 0.0005) return 'Never first in the simulations'
  if (pFirst < 0.05) return 'First in fewer than 1 of 20 simulations'
  if (pFirst >= 0.9995) return 'First in every simulation'
  if (pFirst >= 0.95) return 'First in more than 19 of 20 simulations'
  return `First in ${Math.min(9, Math.max(1, Math.round(pFirst * 10)))} of 10 simulations`
}

export function rankWords(interval: [number, number] | null): string {
  if (!interval) return 'not ranked'
  const [best, worst] = interval
  return best === worst ? `truly ${ordinal(best)}` : `truly between ${ordinal(best)} and ${ordinal(worst)}`
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
