import { describe, expect, it } from 'vitest'
import { rank } from '../../../api/rules/ranking/rank.ts'
import { rankBallots, rankGroups } from '../../../api/rules/ranking/rank-ballots.ts'
import { whatIf } from '../../../api/rules/ranking/what-if.ts'
import { panel, rubricPanel } from './ranking-panel.ts'

const scale = { lo: 1, hi: 5 }
const ranksOf = (input: Parameters<typeof rankBallots>[0]) =>
  Object.fromEntries(rankBallots(input).standings.map(({ entryId, rank }) => [entryId, rank]))

describe('a ranking', () => {
  it('ranks nothing without a score', () => {
    expect(rank({ matrix: [[null], [null]], scale })).toMatchObject({
      rank: [null, null],
      fair: [null, null],
      order: [],
      warnings: ['no-scores'],
    })
    expect(rank({ matrix: [], scale }).warnings).toEqual(['no-scores'])
    const result = rankBallots(panel([[null], [null]]))
    expect(result.standings.map(({ rank }) => rank)).toEqual([null, null])
    expect(result.warnings.map(({ code }) => code)).toEqual(['no-scores'])
  })

  it('of one judge follows that judge’s marks', () => {
    expect(rank({ matrix: [[4], [3], [5]], scale })).toMatchObject({ fair: [4, 3, 5], leniency: [0], rank: [2, 3, 1] })
  })

  it('puts one entry first', () => {
    expect(rank({ matrix: [[2, 5]], scale })).toMatchObject({ rank: [1], pBeatRunnerUp: null, pFirst: [1] })
  })

  it('shares the first place when all marks are equal, at the ceiling too', () => {
    for (const mark of [3, 5]) {
      const result = rank({
        matrix: [
          [mark, mark],
          [mark, mark],
          [mark, mark],
        ],
        scale,
      })
      expect(result).toMatchObject({ rank: [1, 1, 1], s: 0.2 })
    }
  })

  it('leaves an unscored entry and an absent judge without a number', () => {
    const result = rankBallots(
      panel([
        [4, null],
        [null, null],
        [3, null],
      ]),
    )
    expect(result.standings.at(-1)).toEqual({
      entryId: 'b',
      rank: null,
      score: null,
      rawMean: null,
      ballots: 0,
      low: null,
      high: null,
      pFirst: null,
      rankInterval: null,
      byCriterion: { worth: { score: null, rawMean: null } },
      tiedWith: [],
      tieBrokenBy: null,
      partedFromAbove: null,
    })
    expect(result.judges[1]).toEqual({
      judgeId: 'j1',
      leniency: null,
      marks: 0,
      outfit: null,
      agreement: null,
      outOfLine: false,
    })
  })

  it('counts a judge who gives everyone the same', () => {
    const result = rankBallots(
      panel([
        [5, 3, 4],
        [3, 3, 2],
        [4, 3, 5],
        [2, 3, 1],
      ]),
    )
    expect(result.standings.every(({ ballots }) => ballots === 3)).toBe(true)
  })

  it('orders two rooms that never met together, and each by itself on request', () => {
    const rooms = panel([
      [4, 5, null, null],
      [3, 4, null, null],
      [null, null, 5, 4],
      [null, null, 2, 3],
    ])
    expect(rankBallots(rooms).components).toEqual([
      { entryIds: ['a', 'b'], judgeIds: ['j0', 'j1'] },
      { entryIds: ['c', 'd'], judgeIds: ['j2', 'j3'] },
    ])
    expect(rankGroups(rooms).map(({ standings }) => standings.map(({ entryId, rank }) => [entryId, rank]))).toEqual([
      [
        ['a', 1],
        ['b', 2],
      ],
      [
        ['c', 1],
        ['d', 2],
      ],
    ])
  })

  it('lifts an entry that only harsh judges saw, unless the plain mean is chosen', () => {
    const marks = [
      [5, 4, 2],
      [4, 3, 1],
      [null, null, 3],
      [3.5, 2.5, null],
    ]
    expect(ranksOf(panel(marks)).c).toBe(1)
    expect(ranksOf(panel(marks, { method: 'mean' })).c).toBe(2)
  })

  it('maps criteria of different scales to 0–100 first', () => {
    const criteria = [
      { id: 'ten', min: 0, max: 10, weight: 1 },
      { id: 'five', min: 1, max: 5, weight: 3 },
    ]
    const result = rankBallots(rubricPanel(criteria, [[[10]], [[3]]]))
    expect(result.scale).toEqual({ lo: 0, hi: 100 })
    expect(result.standings[0]).toMatchObject({ score: 62.5, byCriterion: { ten: { score: 10 }, five: { score: 3 } } })
  })
})

describe('a ranking refuses', () => {
  const ballots = panel([[4]])
  const withScore = (score: number) => ({ ...ballots, ballots: [{ ...ballots.ballots[0]!, scores: { worth: score } }] })
  const criterion = ballots.criteria[0]!
  it.each([
    ['a mark off the scale', () => rank({ matrix: [[6]], scale }), /Row 1, column 1: 6/],
    ['a mark that is no number', () => rank({ matrix: [[NaN]], scale }), /NaN/],
    ['a ragged matrix', () => rank({ matrix: [[1, 2], [3]], scale }), /Row 2/],
    ['a scale upside down', () => rank({ matrix: [[1]], scale: { lo: 5, hi: 1 } }), /scale/],
    ['a tie-break of another length', () => rank({ matrix: [[1]], scale, tieBreak: [[]] }), /tie-break/],
    ['a score off its scale', () => rankBallots(withScore(0)), /0 on worth/],
    ['an infinite score', () => rankBallots(withScore(Infinity)), /Infinity on worth/],
    [
      'a complete ballot without a score',
      () => rankBallots({ ...ballots, ballots: [{ ...ballots.ballots[0]!, scores: {} }] }),
      /undefined on worth/,
    ],
    [
      'two ballots of one judge for one entry',
      () => rankBallots({ ...ballots, ballots: [ballots.ballots[0]!, ballots.ballots[0]!] }),
      /two ballots/,
    ],
    ['an entry listed twice', () => rankBallots({ ...ballots, entryIds: ['a', 'a'] }), /entry a is listed twice/],
    ['a criterion listed twice', () => rankBallots({ ...ballots, criteria: [criterion, criterion] }), /twice/],
    ['a rubric without a criterion', () => rankBallots({ ...ballots, criteria: [] }), /criterion with a weight/],
    ['a weight below 0', () => rankBallots({ ...ballots, criteria: [{ ...criterion, weight: -1 }] }), /weight of 0/],
    ['a criterion of one step', () => rankBallots({ ...ballots, criteria: [{ ...criterion, max: 1 }] }), /min below/],
  ])('%s', (_, work, sentence) => {
    expect(work).toThrow(RangeError)
    expect(work).toThrow(sentence)
  })
})

describe('a tie', () => {
  const two = (weights: [number, number]) => [
    { id: 'idea', min: 1, max: 5, weight: weights[0] },
    { id: 'use', min: 1, max: 5, weight: weights[1] },
  ]

  it('goes to the better on the heaviest criterion', () => {
    // 2 × 3 + 5 = 2 × 4 + 3
    const result = rankBallots(
      rubricPanel(two([1, 2]), [
        [[5], [3]],
        [[3], [4]],
      ]),
    )
    expect(result.standings).toMatchObject([
      { entryId: 'b', rank: 1, tiedWith: ['a'], tieBrokenBy: 'criterion:use' },
      { entryId: 'a', rank: 2, tiedWith: ['b'], tieBrokenBy: 'criterion:use' },
    ])
  })

  it('goes by the order of the rubric when weights are equal', () => {
    expect(
      ranksOf(
        rubricPanel(two([1, 1]), [
          [[3], [5]],
          [[5], [3]],
        ]),
      ),
    ).toEqual({ a: 2, b: 1 })
  })

  it('then goes to the higher median mark', () => {
    const result = rankBallots(
      panel([
        [3.5, 3.5, 3.5],
        [3.6, 3.6, 3.3],
        [2, 2, 2],
      ]),
    )
    expect(result.standings[0]).toMatchObject({ entryId: 'b', rank: 1, tieBrokenBy: 'median' })
  })

  it('then goes to the one more judges put ahead', () => {
    // The same three marks each, so equal in mean and median; two of three judges have b ahead.
    const result = rankBallots(
      panel(
        [
          [1, 3, 5],
          [3, 5, 1],
          [1, 1, 1],
        ],
        { method: 'mean' },
      ),
    )
    expect(result.standings.slice(0, 2)).toMatchObject([
      { entryId: 'b', rank: 1, tieBrokenBy: 'head-to-head' },
      { entryId: 'a', rank: 2, tieBrokenBy: 'head-to-head' },
    ])
  })

  it('is otherwise shared, and the rank after it is left out', () => {
    const result = rankBallots(
      panel([
        [5, 5],
        [4, 3],
        [3, 4],
        [1, 1],
      ]),
    )
    expect(result.standings.map(({ rank }) => rank)).toEqual([1, 2, 2, 4])
    expect(result.standings[1]).toMatchObject({ tiedWith: ['c'], tieBrokenBy: null })
  })

  it('is settled by the chair’s latest casting vote that lists everyone in it', () => {
    const marks = [
      [5, 5],
      [4, 3],
      [3, 4],
      [1, 1],
    ]
    const votes = (...entryIds: string[][]) =>
      panel(marks, { castingVotes: entryIds.map((ids) => ({ entryIds: ids })) })
    expect(ranksOf(votes(['b', 'c'], ['c', 'b']))).toEqual({ a: 1, b: 3, c: 2, d: 4 })
    expect(ranksOf(votes(['c']))).toEqual({ a: 1, b: 2, c: 2, d: 4 })
    expect(ranksOf(votes(['d', 'a']))).toEqual({ a: 1, b: 2, c: 2, d: 4 })
    expect(rankBallots(votes(['c', 'b'])).standings[1]).toMatchObject({ entryId: 'c', tieBrokenBy: 'casting-vote' })
  })

  it('is not decided by the chair where the marks have decided it', () => {
    const marks = [
      [3.5, 3.5, 3.5],
      [3.6, 3.6, 3.3],
      [2, 2, 2],
    ]
    expect(ranksOf(panel(marks, { castingVotes: [{ entryIds: ['a', 'b', 'c'] }] }))).toEqual({ a: 2, b: 1, c: 3 })
  })
})

describe('what if one judge had stayed away', () => {
  it('says for each judge whether the winner would still win, and who would', () => {
    const found = whatIf(
      panel(
        [
          [5, 3, 3],
          [2, 3.5, 3.5],
          [1, 1, 1],
        ],
        { method: 'mean' },
      ),
    )
    expect(found).toEqual([
      { judgeId: 'j0', stillWins: false, winners: ['b'] },
      { judgeId: 'j1', stillWins: true, winners: ['a'] },
      { judgeId: 'j2', stillWins: true, winners: ['a'] },
    ])
  })

  it('finds no winner without the only judge, and no difference without an absent one', () => {
    expect(
      whatIf(
        panel([
          [5, null],
          [2, null],
        ]),
      ),
    ).toEqual([
      { judgeId: 'j0', stillWins: false, winners: [] },
      { judgeId: 'j1', stillWins: true, winners: ['a'] },
    ])
  })
})
