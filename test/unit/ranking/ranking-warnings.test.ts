import { describe, expect, it } from 'vitest'
import { rankBallots } from '../../../api/rules/ranking/rank-ballots.ts'
import { type WarningCode, warnings } from '../../../api/rules/ranking/warnings.ts'
import { panel } from './ranking-panel.ts'

type Mark = number | null
const calm = [
  [5, 4.5, 5, 4.5],
  [4, 3.5, 4, 3.5],
  [3, 2.5, 3, 2.5],
  [2, 1.5, 2, 1.5],
  [1.5, 1, 1.5, 1],
]
/** Two rooms of three entries; the last `shared` judges scored in both. */
const rooms = (shared: number): Mark[][] =>
  [5, 4.5, 4, 3.5, 3, 2.5].map((worth, i) =>
    Array.from({ length: 10 }, (_, j) => (j >= 10 - shared || j % 2 === i % 2 ? worth - (j % 3) * 0.4 : null)),
  )
const contrary = [5, 4.5, 4, 3, 2, 1].map((mark, i) => [mark, mark, mark, mark, mark, [1, 2, 3, 4, 4.5, 5][i]!])

const cases: [WarningCode, Mark[][], Mark[][]][] = [
  ['no-scores', [[null], [null]], calm],
  ['one-judge', [[4], [2]], calm],
  ['unscored', [...calm, [null, null, null, null]], calm],
  ['disconnected', rooms(0), rooms(1)],
  ['weak-link', rooms(1), rooms(10)],
  ['thin', [...calm, [3, 3, null, null]], [...calm, [3, 3, 3, null]]],
  [
    'too-close',
    [
      [4, 3, 4],
      [3, 4, 4],
      [1, 1, 1],
    ],
    calm,
  ],
  ['judge-out-of-line', contrary, calm],
  ['judge-constant', calm.map((row) => [...row, 3]), calm.slice(0, 3).map((row) => [...row, 3])],
]

describe('a warning', () => {
  it.each(cases)('“%s” appears when it should, and not otherwise', (code, worrying, fine) => {
    const codes = (matrix: Mark[][]) => rankBallots(panel(matrix)).warnings.map((warning) => warning.code)
    expect(codes(worrying)).toContain(code)
    expect(codes(fine)).not.toContain(code)
  })

  it('has a case here for every code', () => {
    expect(cases.map(([code]) => code).sort()).toEqual(Object.keys(warnings).sort())
  })

  it('is absent where the panel is complete, consistent and agrees', () => {
    expect(rankBallots(panel(calm)).warnings).toEqual([])
  })

  it('names the judge it is about, in kind words', () => {
    const found = rankBallots(panel(contrary)).warnings.find(({ code }) => code === 'judge-out-of-line')
    expect(found).toEqual({ code: 'judge-out-of-line', ...warnings['judge-out-of-line'], judgeId: 'j5' })
    expect(rankBallots(panel(contrary)).judges.map(({ outOfLine }) => outOfLine)).toEqual([
      ...Array(5).fill(false),
      true,
    ])
  })

  it('looks across the last announced place as well', () => {
    const places = (announcedPlaces: number) =>
      rankBallots(
        panel(
          [
            [5, 5, 5],
            [3, 4, 3],
            [4, 3, 3],
            [1, 1, 1],
          ],
          { announcedPlaces },
        ),
      )
        .warnings.filter(({ code }) => code === 'too-close')
        .map(({ place, entryIds }) => ({ place, entryIds }))
    expect(places(2)).toEqual([{ place: 2, entryIds: ['b', 'c'] }])
    expect(places(1)).toEqual([])
    expect(places(3)).toEqual([])
  })
})
