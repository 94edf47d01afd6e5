import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../api/schema/entry.ts'
import { placeAt, shiftOf } from '../../../presenter/desk/order/drag.ts'
import { moveTo, nextPlace } from '../../../presenter/desk/order/order.ts'
import { placeOf, placeWords } from '../../../web/core/words/place-words.ts'

describe('moving a team', () => {
  it('puts it at its place and keeps the order of the others', () => {
    expect(moveTo(['a', 'b', 'c', 'd'], 'b', 2)).toEqual(['a', 'c', 'b', 'd'])
    expect(moveTo(['a', 'b', 'c', 'd'], 'd', 0)).toEqual(['d', 'a', 'b', 'c'])
  })

  it('never loses or doubles anybody', () => {
    const order = fc.uniqueArray(fc.string(), { minLength: 1 })
    fc.assert(
      fc.property(order, fc.nat(), fc.nat(), (ids, from, to) => {
        const id = ids[from % ids.length]!
        const place = to % ids.length
        const moved = moveTo(ids, id, place)
        expect(moved[place]).toBe(id)
        expect([...moved].sort()).toEqual([...ids].sort())
        expect(moved.filter((other) => other !== id)).toEqual(ids.filter((other) => other !== id))
      }),
    )
  })

  it('by keyboard skips teams that have been on, and stops at the end', () => {
    const waits = [true, false, false, true, true]
    expect(nextPlace(waits, 3, 1)).toBe(4)
    expect(nextPlace(waits, 3, -1)).toBe(0)
    expect(nextPlace(waits, 4, 1)).toBeUndefined()
    expect(nextPlace([false, true], 1, -1)).toBeUndefined()
  })
})

describe('dragging a row', () => {
  const lines = [40, 40, 60, 40, 40].map((height, place, all) => ({
    height,
    top: all.slice(0, place).reduce((sum, height) => sum + height, 0),
    open: place > 1,
  }))

  it.each([
    [3, 0, 3],
    [3, 19, 3],
    [3, 21, 4],
    [3, 500, 4],
    [3, -29, 3],
    [3, -31, 2],
    [3, -500, 2],
    [2, 21, 3],
    [2, 61, 4],
  ])('row %i moved by %i pixels takes place %i', (from, byPx, to) => {
    expect(placeAt(lines, from, byPx)).toBe(to)
  })

  it('moves the others aside by the height of the dragged row', () => {
    const drag = { lines, from: 2, to: 4, byPx: 70 }
    expect([0, 1, 2, 3, 4].map((place) => shiftOf(drag, place))).toEqual([0, 0, 70, -60, -60])
    expect(shiftOf({ lines, from: 4, to: 3, byPx: -30 }, 3)).toBe(40)
    expect(shiftOf(undefined, 3)).toBe(0)
  })
})

describe('a place as the room counts it', () => {
  const entry = (id: string, slot: number, skipped = false) => ({ id, slot, skipped, warmUp: false }) as Entry

  it('leaves out skipped teams', () => {
    const entries = [entry('a', 1), entry('b', 2, true), entry('c', 3)]
    expect(placeOf(entries[2]!, entries)).toBe(2)
  })

  it('gives a skipped team no number, and counts one that is called all the same', () => {
    const entries = [entry('a', 1), entry('b', 2, true), { ...entry('c', 3, true), shown: true }]
    expect(entries.map((entry) => placeOf(entry, entries))).toEqual([1, 0, 2])
    expect(placeWords(entries[1]!, entries, 3)).toBe('2 of 3')
  })

  it('counts no warm-up, and gives it no number', () => {
    const entries = [{ ...entry('w', 1), warmUp: true }, entry('a', 2), entry('b', 3)]
    expect(entries.map((entry) => placeOf(entry, entries))).toEqual([0, 1, 2])
    expect(placeWords(entries[0]!, entries, 2)).toBe('Warm-up, not scored')
  })

  it('is the slot while the order has not been read', () => {
    expect(placeOf(entry('c', 3), [])).toBe(3)
  })
})
