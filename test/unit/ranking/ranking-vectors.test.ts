import { describe, expect, it } from 'vitest'
import { type MatrixInput, type MatrixRanking, rank } from '../../../api/rules/ranking/rank.ts'
import file from './ranking-vectors.json'

type Expected = Omit<MatrixRanking, 'order' | 'judges' | 'seed'>
const vectors = file.vectors as unknown as (MatrixInput & { name: string; expected: Expected })[]

describe('the levelled average', () => {
  it.each(vectors)('meets the vector “$name”', ({ expected, ...input }) => {
    const found = rank(input)
    for (const list of ['fair', 'leniency'] as const) {
      expect(found[list].length).toBe(expected[list].length)
      found[list].forEach((value, at) => {
        expectNear(value, expected[list][at]!)
      })
    }
    for (const figure of ['s', 'sigma', 'pBeatRunnerUp'] as const) expectNear(found[figure], expected[figure])
    for (const exact of ['raw', 'rank', 'components', 'pFirst', 'rankInterval', 'warnings'] as const)
      expect(found[exact]).toEqual(expected[exact])
  })
})

function expectNear(found: number | null, expected: number | null): void {
  if (found === null || expected === null) expect(found).toBe(expected)
  else expect(Math.abs(found - expected)).toBeLessThan(1e-6)
}
