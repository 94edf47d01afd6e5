import { describe, expect, it } from 'vitest'
import { typedScore } from '../../../web/paper/typed-score.ts'

describe('digits typed on a scale', () => {
  const cases: [string, string, { min: number; max: number }, { score?: number; whole: boolean }][] = [
    ['name a step at once', '4', { min: 1, max: 5 }, { score: 4, whole: true }],
    ['name nothing beside the scale', '9', { min: 1, max: 5 }, { whole: false }],
    ['wait where a further digit may follow', '1', { min: 1, max: 10 }, { score: 1, whole: false }],
    ['take the further digit', '10', { min: 1, max: 10 }, { score: 10, whole: true }],
    ['do not wait where none can follow', '7', { min: 1, max: 10 }, { score: 7, whole: true }],
    ['begin a step that one alone does not name', '1', { min: 10, max: 20 }, { whole: false }],
    ['reach nought', '0', { min: 0, max: 5 }, { score: 0, whole: true }],
  ]
  it.each(cases)('%s', (_, typed, scale, meant) => {
    expect(typedScore(typed, scale)).toEqual(meant)
  })
})
