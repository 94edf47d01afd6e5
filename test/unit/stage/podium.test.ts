import { describe, expect, it } from 'vitest'
import { emptyFields } from '../../../api/rules/result/award-contests.ts'
import type { Award } from '../../../api/schema/result.ts'
import { arrangeWinners } from '../../../presenter/stage/reveal/podium/podium.ts'

const place = (rank: number, entryIds: string[]): Award => {
  const joint = entryIds.length > 1
  const name = rank === 1 ? (joint ? 'Joint winners' : 'Winner') : `${joint ? 'Joint ' : ''}${rank}. place`
  return { ...emptyFields, id: `place-${rank}`, kind: 'place', name, rank, entryIds }
}
const prize = (name: string): Award => ({ ...emptyFields, id: name, kind: 'prize', name, entryIds: ['p'] })
const arrange = (awards: Award[]) => arrangeWinners(awards, (id) => `Team ${id}`)
const columnsOf = (awards: Award[]) =>
  arrange(awards).columns.map(({ label, entryIds }) => `${label}: ${entryIds.join('')}`)

describe('the winners’ podium', () => {
  it('has the winner in the middle, the second on the left and the third on the right', () => {
    expect(columnsOf([place(1, ['a']), place(2, ['b']), place(3, ['c'])])).toEqual([
      '2. place: b',
      'Winner: a',
      '3. place: c',
    ])
  })

  it('gives each team that shares a place its own column, up to four', () => {
    expect(columnsOf([place(1, ['a', 'b']), place(3, ['c', 'd'])])).toEqual([
      'Joint winner: a',
      'Joint winner: b',
      'Joint 3. place: c',
      'Joint 3. place: d',
    ])
    expect(columnsOf([place(1, ['a', 'b', 'c']), place(4, ['e'])])).toHaveLength(3)
  })

  it('has the winner between those who share the second place', () => {
    expect(columnsOf([place(1, ['a']), place(2, ['b', 'c', 'd'])]).indexOf('Winner: a')).toBe(2)
    expect(columnsOf([place(1, ['a']), place(2, ['b', 'c'])]).indexOf('Winner: a')).toBe(1)
    expect(columnsOf([place(1, ['a']), place(2, ['b'])]).indexOf('Winner: a')).toBe(1)
  })

  it('puts more teams than four in one column for each place', () => {
    expect(columnsOf([place(1, ['a', 'b', 'c', 'd', 'e'])])).toEqual(['Joint winners: abcde'])
  })

  it('has one column for one entry', () => {
    expect(columnsOf([place(1, ['a'])])).toEqual(['Winner: a'])
  })

  it('shows every other award once: beside the podium where it is short, else below it in up to four columns', () => {
    const few = arrange([place(1, ['a']), prize('Best tea')])
    expect([few.others.length, few.otherColumns]).toEqual([1, 0])
    for (const [count, columns] of [
      [3, 3],
      [4, 4],
      [5, 3],
      [8, 4],
      [12, 4],
    ] as const) {
      const prizes = Array.from({ length: count }, (_, n) => prize(`The prize for demo number ${n}`))
      const view = arrange([place(1, ['a']), place(4, ['d']), ...prizes])
      expect(view.others).toHaveLength(count + 1)
      if (count !== 3) continue
      expect(view.otherColumns).toBe(4)
      expect(arrange([place(1, ['a']), ...prizes]).otherColumns).toBe(columns)
    }
  })
})
