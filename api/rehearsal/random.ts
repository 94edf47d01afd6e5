import { mulberry32 } from '../rules/show/chance.ts'

/** Chance that can be repeated: the same seed and words give the same draws, in whatever order things happen. */
export type Random = {
  /** From 0 up to 1. */
  next(): number
  between(low: number, high: number): number
  /** Bell-shaped around 0, spread 1. */
  bell(): number
  chance(share: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
}

/** mulberry32, started from the seed and the words that say what the draws are for. */
export function makeRandom(seed: number, ...words: (string | number)[]): Random {
  const next = mulberry32(seedFrom(seed, words.join(' ')))
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    bell: () => next() + next() + next() + next() + next() + next() - 3,
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
  }
}

// FNV-1a: neighbouring words must not give neighbouring draws.
function seedFrom(seed: number, words: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < words.length; i += 1) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  return hash
}
