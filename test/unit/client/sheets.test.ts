import { describe, expect, it } from 'vitest'
import { circled } from '../../../web/print/ballots/ballot-print.ts'
import { chunk, packPages } from '../../../web/print/sheets.ts'

describe('printed pages', () => {
  it('hold pieces one under the other, and never half of one', () => {
    expect(packPages([100, 100, 100, 50], 250)).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(packPages([10, 300, 10], 250)).toEqual([[0], [1], [2]])
    expect(packPages([], 250)).toEqual([])
  })

  it('hold a fixed number of pieces of one size', () => {
    expect(chunk([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  })

  it('have numbers to circle where they fit beside a team', () => {
    const scale = (max: number) => ({ min: 1, max })
    expect(circled(Array(4).fill(scale(5)))).toBe(true)
    expect(circled(Array(5).fill(scale(10)))).toBe(false)
    expect(circled([scale(15)])).toBe(true)
  })
})
