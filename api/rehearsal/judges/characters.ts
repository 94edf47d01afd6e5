import type { Criterion } from '../../schema/judging/criterion.ts'
import type { CharacterName } from '../demo/sample-event.ts'
import type { Random } from '../random.ts'

/** Moments are in seconds at speed 1. `arrivesAfterShare` and `offline` (from, to) are shares of the show, 0 to 1. */
export type Character = {
  leniency: number
  firstTapSeconds: [number, number]
  nextTapSeconds: [number, number]
  arrivesAfterShare: number
  offline?: [number, number]
  rescoreChance: number
  commentChance: number
}

const steady: Character = {
  leniency: 0,
  firstTapSeconds: [6, 20],
  nextTapSeconds: [1.5, 4],
  arrivesAfterShare: 0,
  rescoreChance: 0.3,
  commentChance: 0.25,
}

export const characters: Record<CharacterName, Character> = {
  steady,
  harsh: { ...steady, leniency: -0.22, firstTapSeconds: [15, 32], commentChance: 0.5 },
  lenient: { ...steady, leniency: 0.2, rescoreChance: 0.1 },
  hasty: { ...steady, firstTapSeconds: [2, 6], nextTapSeconds: [0.4, 1], rescoreChance: 0.8 },
  late: { ...steady, arrivesAfterShare: 0.3 },
  offline: { ...steady, offline: [0.35, 0.7] },
}

export type Tap =
  | { afterSeconds: number; criterionId: string; value: number }
  | { afterSeconds: number; comment: string }

const comments = [
  'My residents would use this tomorrow.',
  'Please show this to our housing team.',
  'Who pays for it in the second year?',
  'The best four minutes of my week.',
  'Da iawn: clear, kind and useful.',
] as const

/** All taps of this judge for one entry, in order. `quality`: 0 to 1. The same random numbers give the same taps. */
export function planTaps(character: Character, quality: number, criteria: Criterion[], random: Random): Tap[] {
  const mark = ({ id, min, max }: Criterion) => {
    const share = quality + character.leniency + random.bell() * 0.14
    const value = Math.min(max, Math.max(min, Math.round(min + share * (max - min))))
    return { criterionId: id, value }
  }
  const next = () => random.between(...character.nextTapSeconds)
  const taps: Tap[] = criteria.map((criterion, n) => ({
    afterSeconds: n === 0 ? random.between(...character.firstTapSeconds) : next(),
    ...mark(criterion),
  }))
  for (const criterion of criteria)
    if (random.chance(character.rescoreChance)) taps.push({ afterSeconds: next(), ...mark(criterion) })
  if (random.chance(character.commentChance)) taps.push({ afterSeconds: next() * 2, comment: random.pick(comments) })
  return taps
}
