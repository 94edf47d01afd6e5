import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOf, walkingOrder, whereNext } from '../../../api/rules/show/where-next.ts'

const visit = (entryId: string, finished: number, onTheWay = 0) => ({ entryId, finished, onTheWay })
const next = (more: Partial<Parameters<typeof whereNext>[0]>) =>
  whereNext({
    visits: [visit('a', 0), visit('b', 0), visit('c', 0), visit('d', 0)],
    exceptIds: new Set(),
    atId: undefined,
    start: 0,
    ...more,
  })

describe('where next', () => {
  it('is the least visited entry, and judges on the way count as visits', () => {
    expect(next({ visits: [visit('a', 2), visit('b', 1), visit('c', 0, 2)] })).toBe('b')
    expect(next({ visits: [visit('a', 1), visit('b', 0, 3), visit('c', 1, 1)] })).toBe('a')
  })

  it('is the nearest of equally visited ones, round the room', () => {
    expect(next({ atId: 'a', exceptIds: new Set(['a']) })).toBe('b')
    expect(next({ atId: 'd', exceptIds: new Set(['d']) })).toBe('a')
    expect(next({ atId: 'b', exceptIds: new Set(['a', 'b', 'c']) })).toBe('d')
  })

  it('begins elsewhere for each judge', () => {
    expect([0, 0.25, 0.5, 0.75].map((start) => next({ start }))).toEqual(['a', 'b', 'c', 'd'])
    const starts = Array.from({ length: 8 }, (_, n) => Math.floor(startOf(n) * 12))
    expect(new Set(starts).size).toBe(8)
  })

  it('is nowhere once everything is finished', () => {
    expect(next({ exceptIds: new Set(['a', 'b', 'c', 'd']) })).toBeUndefined()
    expect(next({ visits: [] })).toBeUndefined()
  })

  it('is always a candidate with the fewest visits, whatever the room', () => {
    const room = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 30 }).chain((ids) =>
      fc.record({
        visits: fc.tuple(
          ...ids.map((entryId) =>
            fc.record({ entryId: fc.constant(entryId), finished: fc.nat(4), onTheWay: fc.nat(3) }),
          ),
        ),
        exceptIds: fc.subarray(ids).map((some) => new Set(some)),
        atId: fc.constantFrom(undefined, ...ids),
        start: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      }),
    )
    fc.assert(
      fc.property(room, (walk) => {
        const open = walk.visits.filter(({ entryId }) => !walk.exceptIds.has(entryId))
        const suggested = open.find(({ entryId }) => entryId === whereNext(walk))
        const loads = open.map(({ finished, onTheWay }) => finished + onTheWay)
        expect(suggested && suggested.finished + suggested.onTheWay).toBe(
          open.length === 0 ? undefined : Math.min(...loads),
        )
      }),
    )
  })

  it('passes tables in their own order where every entry has one, else in running order', () => {
    const entries = [
      { table: '10', slot: 1 },
      { table: '2', slot: 2 },
      { table: 'B 1', slot: 3 },
    ]
    expect(walkingOrder(entries).map(({ table }) => table)).toEqual(['2', '10', 'B 1'])
    expect(walkingOrder([...entries, { table: '', slot: 4 }]).map(({ slot }) => slot)).toEqual([1, 2, 3, 4])
  })
})
