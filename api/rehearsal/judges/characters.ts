import type { Criterion } from '../../schema/event.ts'
import type { CharacterName } from '../demo/sample-event.ts'
import type { Random } from '../random.ts'

/** What a made-up judge is like. Moments are seconds as they would pass in a hall. */
export type Character = {
  /** Added to every mark, as a share of the scale. */
  leniency: number
  firstTapSeconds: [number, number]
  nextTapSeconds: [number, number]
  /** Comes in when this share of the entries has been on stage. */
  arrivesAfter: number
  /** Without a network between these shares of the show. */
  offline?: [number, number]
  changesMind: number
  writesComment: number
}

const steady: Character = {
  leniency: 0,
  firstTapSeconds: [6, 20],
  nextTapSeconds: [1.5, 4],
  arrivesAfter: 0,
  changesMind: 0.3,
  writesComment: 0.25,
}

export const characters: Record<CharacterName, Character> = {
  steady,
  harsh: { ...steady, leniency: -0.22, firstTapSeconds: [15, 32], writesComment: 0.5 },
  lenient: { ...steady, leniency: 0.2, changesMind: 0.1 },
  hasty: { ...steady, firstTapSeconds: [2, 6], nextTapSeconds: [0.4, 1], changesMind: 0.8 },
  late: { ...steady, arrivesAfter: 0.3 },
  offline: { ...steady, offline: [0.35, 0.7] },
}

/** One tap, and how long the judge thinks before it. */
export type Tap = { afterSeconds: number; criterionId: string; value: number } | { afterSeconds: number; words: string }

const comments = [
  'My residents would use this tomorrow.',
  'Please show this to our housing team.',
  'Who pays for it in the second year?',
  'The best four minutes of my week.',
  'Da iawn: clear, kind and useful.',
] as const

/** Everything this judge will tap for one entry of that quality (0 to 1), in order. The same chance gives the same taps. */
export function planTaps(character: Character, quality: number, criteria: Criterion[], random: Random): Tap[] {
  const mark = ({ id, min, max }: Criterion) => {
    const felt = quality + character.leniency + random.bell() * 0.14
    const value = Math.min(max, Math.max(min, Math.round(min + felt * (max - min))))
    return { criterionId: id, value }
  }
  const next = () => random.between(...character.nextTapSeconds)
  const taps: Tap[] = criteria.map((criterion, n) => ({
    afterSeconds: n === 0 ? random.between(...character.firstTapSeconds) : next(),
    ...mark(criterion),
  }))
  for (const criterion of criteria)
    if (random.chance(character.changesMind)) taps.push({ afterSeconds: next(), ...mark(criterion) })
  if (random.chance(character.writesComment)) taps.push({ afterSeconds: next() * 2, words: random.pick(comments) })
  return taps
}
