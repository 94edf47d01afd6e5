import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawRunningOrder, isInDrawnOrder, shuffle } from '../../../api/rules/show/draw.ts'
import { readSeed } from '../../../web/core/words/draw-words.ts'

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 60 })
const seeds = fc.integer({ min: 0, max: 999_999 })

describe('a draw', () => {
  it('names everyone once, and does not depend on their former order', () => {
    fc.assert(
      fc.property(ids, seeds, (entryIds, seed) => {
        const order = shuffle(entryIds, seed)
        expect([...order].sort()).toEqual([...entryIds].sort())
        expect(shuffle([...entryIds].reverse(), seed)).toEqual(order)
      }),
    )
  })

  it('equals that of another program (mulberry32 in Python)', () => {
    expect(shuffle(['a', 'b', 'c', 'd', 'e', 'f'], 48_213)).toEqual(['e', 'b', 'a', 'f', 'd', 'c'])
  })

  it('favours no place: over many seeds each of four teams goes first about as often', () => {
    const first = { a: 0, b: 0, c: 0, d: 0 }
    for (let seed = 0; seed < 4000; seed += 1) first[shuffle(['a', 'b', 'c', 'd'], seed)[0] as 'a'] += 1
    // Four standard deviations of a fair draw.
    for (const times of Object.values(first)) expect(Math.abs(times - 1000)).toBeLessThan(110)
  })

  it('keeps warm-ups in front, in their order', () => {
    const order = drawRunningOrder(
      ['d', 'w2', 'a', 'w1', 'c'].map((id) => ({ id, warmUp: id.startsWith('w') })),
      7,
    )
    expect(order.slice(0, 2)).toEqual(['w2', 'w1'])
    expect(order.slice(2)).toEqual(shuffle(['a', 'c', 'd'], 7))
  })

  it('still holds when others were added or removed, and not when two have changed places', () => {
    expect(isInDrawnOrder(['a', 'late', 'b', 'c'], ['a', 'b', 'c'])).toBe(true)
    expect(isInDrawnOrder(['a', 'c'], ['a', 'b', 'c'])).toBe(true)
    expect(isInDrawnOrder(['b', 'a', 'c'], ['a', 'b', 'c'])).toBe(false)
  })

  it.each([
    ['', { seed: undefined }],
    [' 48 213 ', { seed: 48_213 }],
    ['0', { seed: 0 }],
    ['1234567', undefined],
    ['-3', undefined],
    ['seven', undefined],
  ])('reads a seed as it is called out: %o', (typed, read) => {
    expect(readSeed(typed)).toEqual(read)
  })
})
