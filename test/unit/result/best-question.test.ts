import { describe, expect, it } from 'vitest'
import { bestLine, profileLines } from '../../../web/ui/profile/profile-words.ts'

const criteria = ['Use', 'Idea', 'Show'].map((name) => ({
  ...{ id: name, name, description: '', min: 1, max: 5, weight: 1, levels: {} },
}))
const best = (...scores: [score: number, median: number][]) =>
  bestLine(
    profileLines(
      scores.map(([score, median], n) => ({ criterionId: criteria[n]!.id, score, median })) as never,
      criteria as never,
    ),
  )?.question

describe('a team’s best question', () => {
  it('is the one with the highest score, though others did better there', () => {
    expect(best([3, 2], [4.5, 4.6], [4.1, 3])).toBe('Idea')
  })
  it('is, of equal ones, the one furthest above a typical team', () => {
    expect(best([4, 3.9], [4, 3], [2, 3])).toBe('Idea')
  })
  it('is none when all figures are equal', () => {
    expect(best([2.6, 3], [2.6, 3], [2.6, 3])).toBeUndefined()
    expect(best()).toBeUndefined()
  })
})
