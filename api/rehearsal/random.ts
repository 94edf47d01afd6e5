import { mulberry32 } from '../rules/show/chance.ts'

/** The same seed and labels give the same sequence. */
export type Random = {
  next(): number
  between(low: number, high: number): number
  /** Approximately normal: mean 0, standard deviation about 0.7. */
  bell(): number
  chance(share: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
}

export function createRandom(seed: number, ...labels: (string | number)[]): Random {
  const next = mulberry32(seedFrom(seed, labels.join(' ')))
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    bell: () => next() + next() + next() + next() + next() + next() - 3,
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
  }
}

// FNV-1a: similar labels must not give similar sequences.
function seedFrom(seed: number, label: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193)
  return hash
}
