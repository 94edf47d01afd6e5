import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeRevealSteps } from '../../../api/rules/result/awards.ts'
import { explain, tieWords } from '../../../api/rules/result/explain.ts'
import { computeProfile } from '../../../api/rules/result/feedback.ts'
import { computeResult } from '../../../api/rules/result/result.ts'
import { resultsCsv } from '../../../api/rules/result/results-csv.ts'
import { shownScores } from '../../../api/rules/result/shown-scores.ts'

const scale = { lo: 1, hi: 5 }
const editedAt = '2026-06-20T15:30:00.000Z'

const criteria = ['Impact', 'Craft', 'Talk'].map((name, n) => ({
  ...{ id: name.toLowerCase(), name, description: '', min: 1, max: 5, levels: {} },
  weight: n === 0 ? 2 : 1,
}))

/** `marks[entry][judge]`: a score for each criterion; null without a ballot. */
function computed(marks: (number[] | null)[][], rubric = criteria) {
  const entryIds = marks.map((_, n) => `entry${n}`)
  const ballots = marks.flatMap((row, entry) =>
    row.flatMap((scores, judge) =>
      scores === null
        ? []
        : {
            ...{ entryId: entryIds[entry]!, judgeId: `judge${judge}`, recused: false, complete: true, editedAt },
            ...{ source: 'phone' as const },
            scores: Object.fromEntries(rubric.map(({ id }, n) => [id, scores[n]!])),
          },
    ),
  )
  const counted = { criteria: rubric, method: 'levelled' as const, places: 3, entryIds, ballots, votes: [] }
  const event = {
    criteria: rubric,
    places: 3,
    criterionAwards: [],
    awardOrder: [],
    oneAwardPerTeam: false,
    challenges: [],
  }
  return computeResult({ event, counted, prizes: [], votes: [], removedJudges: 0, disqualified: [] }, null, '')
}

describe('the shown figures', () => {
  it('have as many decimals as distinguish them from their neighbours', () => {
    expect(shownScores([4.14, 4.1, 3.2], scale)).toEqual(['4.14', '4.10', '3.2'])
    expect(shownScores([4.0501, 4.0499, 4.0499], scale)).toEqual(['4.1', '4.0', '4.0'])
  })

  it('stay inside the scale, and are left out where two scores lie beyond its end', () => {
    expect(shownScores([6.1, 4.2, 0.4], scale)).toEqual(['5.0', '4.2', '1.0'])
    expect(shownScores([6.1, 5.4, 4.2], scale)).toEqual([null, null, '4.2'])
  })

  it('differ wherever the ranking differs, in its order, inside the scale', () => {
    const score = fc.oneof(fc.double({ min: 0, max: 6, noNaN: true }), fc.constantFrom(3.5, 3.50001, 5, 5.5, 6))
    fc.assert(
      fc.property(fc.array(score, { maxLength: 12 }), (scores) => {
        const best = scores.sort((a, b) => b - a)
        const shown = shownScores(best, scale)
        for (const [at, figure] of shown.entries()) {
          if (figure === null) continue
          expect(Number(figure)).toBeGreaterThanOrEqual(scale.lo)
          expect(Number(figure)).toBeLessThanOrEqual(scale.hi)
          const next = shown[at + 1]
          if (at + 1 < best.length && best[at]! - best[at + 1]! > 1e-5 && next !== null)
            expect(Number(figure)).toBeGreaterThan(Number(next))
        }
      }),
    )
  })

  it('keep a levelled score above the scale from the award, while the standing has it whole', () => {
    const oneCriterion = [{ ...criteria[0]!, weight: 1 }]
    const result = computed(
      [
        [[5], null, null],
        [[3], [5], [5]],
        [[2], [5], [4]],
        [[2], [4], [4]],
      ],
      oneCriterion,
    )
    expect(result.standings[0]!.score).toBeGreaterThan(5)
    expect(result.awards.find(({ rank }) => rank === 1)).toMatchObject({ shownScore: '5.0', scaleMax: 5 })
    expect(result.standings[0]!.explanation).not.toMatch(/[6-9]\.\d/)
    expect(computeProfile(result, oneCriterion, 'entry0')[0]!.score).toBe(5)
  })
})

describe('an exact tie that a criterion decides', () => {
  const result = computed([
    [
      [4, 3, 3],
      [4, 3, 3],
      [4, 3, 3],
    ],
    [
      [3, 4, 4],
      [3, 4, 4],
      [3, 4, 4],
    ],
  ])
  const [first, second] = result.standings

  it('is named in both standings, their sentences and the awards', () => {
    expect([first!.shownScore, second!.shownScore]).toEqual(['3.5', '3.5'])
    expect(first).toMatchObject({ entryId: 'entry0', rank: 1, tieBrokenBy: 'criterion:impact', partedFromAbove: null })
    expect(second).toMatchObject({ rank: 2, tieBrokenBy: 'criterion:impact', partedFromAbove: 'criterion:impact' })
    for (const standing of result.standings) {
      expect(tieWords(standing, criteria)).toBe('the score for “Impact”')
      expect(standing.explanation).toContain('Its score was equal to another team’s; the score for “Impact” decided.')
      expect(explain(standing, 'levelled', criteria, 'team')).toContain('Your score was equal to another team’s')
    }
    expect(result.awards.map(({ tieBrokenBy }) => tieBrokenBy)).toEqual(['criterion:impact', 'criterion:impact'])
  })

  it('is named in the spreadsheet', () => {
    const entries = ['entry0', 'entry1'].map((id) => ({ id, team: id, title: '', organisations: [] }))
    const lines = resultsCsv(criteria, entries, result).split('\r\n')
    expect(lines[0]).toContain(',Score,Tie decided by,')
    expect(lines[1]).toContain('3.5000,the score for “Impact”,')
    expect(lines[2]).toContain('3.5000,the score for “Impact”,')
  })

  it('names for each of several what decided it against the one above', () => {
    const three = computed([[[4, 3, 3]], [[3, 5, 3]], [[3, 3, 5]]])
    expect(three.standings.map((standing) => standing.partedFromAbove)).toEqual([
      null,
      'criterion:impact',
      'criterion:craft',
    ])
  })
})

describe('the number of steps ahead', () => {
  const stepsOf = (ranks: (number | null)[], places = 3) => {
    const place = (rank: number) => ({ kind: 'place', rank, entryIds: ['x'] })
    const announced = [...new Set(ranks)].filter((rank): rank is number => rank !== null && rank <= places)
    const awards = announced.sort((a, b) => b - a).map(place)
    return computeRevealSteps(awards as never, Math.min(places, ranks.length)).map(({ at }) => at)
  }

  it('is the same whatever is shared, and a shared place counts for all that it fills', () => {
    expect(stepsOf([1, 2, 3, 4])).toEqual([1, 2, 3, 4])
    expect(stepsOf([1, 1, 3, 4])).toEqual([1, 3, 4])
    expect(stepsOf([1, 2, 2, 4])).toEqual([2, 3, 4])
    expect(stepsOf([1, 2, 3, 3])).toEqual([1, 2, 3, 4])
    expect(stepsOf([1, 1, 1, 1])).toEqual([3, 4])
    expect(stepsOf([1, null], 3)).toEqual([2, 3])
  })
})
