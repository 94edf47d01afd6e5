import { describe, expect, it } from 'vitest'
import type { BallotRanking } from '../../../api/rules/ranking/standings.ts'
import { decidedIds, findDecision } from '../../../api/rules/result/casting-votes.ts'
import { applyJointPlaces } from '../../../api/rules/result/joint-places.ts'

type Line = [entryId: string, rank: number, score: number, partedFromAbove?: string]

function rankingOf(lines: Line[], close: [string, string][]): BallotRanking {
  const standings = lines.map(([entryId, rank, score, partedFromAbove = null]) => ({
    ...{ entryId, rank, score, partedFromAbove, tieBrokenBy: partedFromAbove },
  }))
  return { standings, warnings: close.map((entryIds) => ({ code: 'too-close', entryIds })) } as unknown as BallotRanking
}

const joint = (...entryIds: string[]) => ({ entryIds, joint: true })
const inOrder = (...entryIds: string[]) => ({ entryIds, joint: false })
const placesOf = ({ standings }: BallotRanking) =>
  Object.fromEntries(
    standings.map(({ entryId, rank, partedFromAbove }) => [entryId, partedFromAbove ? [rank, partedFromAbove] : rank]),
  )

describe('a decision of the chair', () => {
  const three: Line[] = [
    ['a', 1, 4.2],
    ['b', 2, 4.1],
    ['c', 3, 4],
  ]

  it('replaces an earlier one that names the same team, so that nobody shares a place by two decisions', () => {
    const ranking = rankingOf(three, [
      ['a', 'b'],
      ['b', 'c'],
    ])
    const votes = [joint('a', 'b'), joint('b', 'c')]
    const joined = applyJointPlaces(ranking, votes)
    expect(placesOf(joined)).toEqual({ a: 1, b: 2, c: 2 })
    expect(votes.map((_, at) => decidedIds(joined.standings, votes, at))).toEqual([[], ['b', 'c']])
  })

  it('puts a tie in order although the chair named it joint before', () => {
    const tie = rankingOf(
      [
        ['a', 1, 4],
        ['b', 2, 4, 'casting-vote'],
      ],
      [['a', 'b']],
    )
    const votes = [joint('a', 'b'), inOrder('a', 'b')]
    expect(placesOf(applyJointPlaces(tie, votes))).toEqual({ a: 1, b: [2, 'casting-vote'] })
    expect(placesOf(applyJointPlaces(tie, votes.toReversed()))).toEqual({ a: 1, b: 1 })
    expect(findDecision(tie.standings, votes, ['a'])).toBe(votes[1])
  })

  it('names no tie-break for a team whose score differs', () => {
    const ranking = rankingOf(
      [
        ['a', 1, 4.2],
        ['b', 2, 4.2, 'criterion:use'],
        ['c', 3, 4.1],
      ],
      [['b', 'c']],
    )
    expect(placesOf(applyJointPlaces(ranking, [joint('b', 'c')]))).toEqual({ a: 1, b: [2, 'criterion:use'], c: 2 })
  })

  it('decides nothing once one of its teams is out or its scores are far apart', () => {
    const votes = [joint('a', 'b', 'x'), inOrder('b', 'c')]
    const { standings } = rankingOf(three, [])
    expect(votes.map((_, at) => decidedIds(standings, votes, at))).toEqual([[], []])
    const tied = rankingOf(
      [
        ['a', 1, 4],
        ['b', 1, 4],
      ],
      [],
    )
    expect(findDecision(tied.standings, votes, ['a', 'b'])).toBeUndefined()
  })
})
