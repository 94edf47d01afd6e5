import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findComponents } from '../../../api/rules/ranking/fit/components.ts'
import { fitLevelled } from '../../../api/rules/ranking/fit/fit.ts'
import { buildTable, selectMarks } from '../../../api/rules/ranking/marks.ts'
import type { RankingInput } from '../../../api/rules/ranking/place-ballots.ts'
import { rankBallots } from '../../../api/rules/ranking/rank-ballots.ts'
import { panel, rubricPanel } from './ranking-panel.ts'

const method = fc.constantFrom('levelled' as const, 'mean' as const)
const matrixOf = <T>(mark: fc.Arbitrary<T>, entries = fc.integer({ min: 1, max: 7 })) =>
  fc
    .tuple(entries, fc.integer({ min: 1, max: 6 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(mark, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )
const point = fc.integer({ min: 1, max: 5 })
const gappy = matrixOf(fc.option(point, { freq: 3 }))
const full = matrixOf(point)
const entries = (input: RankingInput) =>
  new Map(rankBallots(input).standings.map((standing) => [standing.entryId, standing]))

describe('a ranking', () => {
  it('is the same to the last bit in whatever order entries, judges and ballots come', () => {
    fc.assert(
      fc.property(gappy, method, fc.infiniteStream(fc.nat()), (matrix, chosen, keys) => {
        const input = panel(matrix, { method: chosen })
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ one: item, key: keys.next().value! }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one)
        const shuffled = {
          ...input,
          entryIds: shuffle(input.entryIds),
          judgeIds: shuffle(input.judgeIds),
          ballots: shuffle(input.ballots),
        }
        expect(rankBallots(shuffled)).toEqual(rankBallots(input))
      }),
    )
  })

  it('does not depend on names', () => {
    fc.assert(
      fc.property(gappy, method, (matrix, chosen) => {
        const input = panel(matrix, { method: chosen })
        const other = (id: string) => `${String.fromCharCode(255 - id.charCodeAt(id.length - 1))}${id}`
        const renamed = entries({
          ...input,
          entryIds: input.entryIds.map(other),
          judgeIds: input.judgeIds.map(other),
          ballots: input.ballots.map((b) => ({ ...b, entryId: other(b.entryId), judgeId: other(b.judgeId) })),
        })
        for (const [id, standing] of entries(input)) {
          const again = renamed.get(other(id))!
          expect(again.rank).toBe(standing.rank)
          expectNear(again.score, standing.score)
          // Entries of equal score draw their random numbers by id.
          expect(Math.abs((again.pFirst ?? 0) - (standing.pFirst ?? 0))).toBeLessThan(0.06)
        }
      }),
    )
  })

  it('is the plain mean where every judge marked every entry and no mark is wild', () => {
    fc.assert(
      fc.property(full, (matrix) => {
        fc.pre(isTame(matrix))
        const means = entries(panel(matrix, { method: 'mean' }))
        for (const [id, { score, rawMean, low, high, pFirst }] of entries(panel(matrix))) {
          const mean = means.get(id)!
          expectNear(score, rawMean, 1e-12)
          expectNear(low, mean.low)
          expectNear(high, mean.high)
          expectNear(pFirst, mean.pFirst, 0.06)
        }
      }),
    )
  })

  it('does not change with a judge who gives everyone one point more', () => {
    const low = matrixOf(fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(low, fc.nat(), (matrix, pick) => {
        const judge = pick % matrix[0]!.length
        const kinder = matrix.map((row) => row.map((mark, j) => (j === judge ? mark + 1 : mark)))
        fc.pre(isTame(matrix) && isTame(kinder))
        const before = [...entries(panel(matrix)).values()]
        const after = entries(panel(kinder))
        for (const a of before)
          for (const b of before)
            expectNear(after.get(a.entryId)!.score! - after.get(b.entryId)!.score!, a.score! - b.score!)
      }),
    )
  })

  it('never puts the one worse at a criterion ahead, however much it weighs, where all else is equal', () => {
    const weight = fc.double({ min: 0.1, max: 10, noNaN: true })
    fc.assert(
      fc.property(matrixOf(point, fc.integer({ min: 2, max: 5 })), weight, method, (use, heavy, chosen) => {
        const idea = use.map((row) => row.map((mark) => 6 - mark))
        use[1] = use[0]!
        idea[1] = idea[0]!.map((mark) => Math.max(1, mark - 1))
        const criteria = [
          { id: 'idea', min: 1, max: 5, weight: heavy },
          { id: 'use', min: 1, max: 5, weight: 1 },
        ]
        const found = entries(rubricPanel(criteria, [idea, use], { method: chosen }))
        expect(found.get('a')!.rank!).toBeLessThanOrEqual(found.get('b')!.rank!)
        expect(found.get('a')!.score! - found.get('b')!.score!).toBeGreaterThan(-1e-9)
      }),
    )
  })

  it('ignores a ballot that is recused, incomplete, or of a judge who is not listed', () => {
    fc.assert(
      fc.property(gappy, fc.constantFrom('recused', 'incomplete', 'judge', 'entry'), fc.nat(), (matrix, why, pick) => {
        const input = panel(matrix)
        const uncounted = {
          entryId: why === 'entry' ? 'nobody' : input.entryIds[pick % input.entryIds.length]!,
          judgeId: why === 'judge' ? 'nobody' : input.judgeIds[pick % input.judgeIds.length]!,
          scores: { worth: 99 },
          recused: why === 'recused',
          complete: why !== 'incomplete',
        }
        expect(rankBallots({ ...input, ballots: [uncounted, ...input.ballots] })).toEqual(rankBallots(input))
      }),
    )
  })

  it('lets a casting vote do nothing but order those who share a rank', () => {
    const few = matrixOf(fc.integer({ min: 2, max: 3 }))
    fc.assert(
      fc.property(few, method, fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']), (matrix, chosen, entryIds) => {
        const before = [...entries(panel(matrix, { method: chosen })).values()]
        const after = entries(panel(matrix, { method: chosen, castingVotes: [{ entryIds }] }))
        for (const a of before) {
          const sharing = before.filter(({ rank }) => rank === a.rank).length
          const moved = after.get(a.entryId)!.rank! - a.rank!
          expect(moved).toBeGreaterThanOrEqual(0)
          expect(moved).toBeLessThan(sharing)
          expect(after.get(a.entryId)!.score).toBe(a.score)
        }
      }),
    )
  })

  it('gives chances that add up to one, and intervals that contain their value', () => {
    fc.assert(
      fc.property(gappy, method, (matrix, chosen) => {
        const ranked = rankBallots(panel(matrix, { method: chosen })).standings.filter(({ rank }) => rank !== null)
        fc.pre(ranked.length > 0)
        expectNear(
          ranked.reduce((sum, { pFirst }) => sum + pFirst!, 0),
          1,
        )
        for (const { score, low, high, rankInterval } of ranked) {
          expect(low! >= Math.min(1, score!) && low! <= score!).toBe(true)
          expect(high! <= Math.max(5, score!) && high! >= score!).toBe(true)
          const [best, worst] = rankInterval!
          expect(best >= 1 && best <= worst && worst <= ranked.length).toBe(true)
        }
      }),
    )
  })
})

function isTame(matrix: number[][]): boolean {
  const marks = selectMarks(buildTable(matrix, { lo: 1, hi: 5 }))
  return fitLevelled(marks, findComponents(marks).count).weight.every((weight) => weight === 1)
}

function expectNear(found: number | null, expected: number | null, within = 1e-9): void {
  if (found === null || expected === null) expect(found).toBe(expected)
  else expect(Math.abs(found - expected)).toBeLessThan(within)
}
