import type { CountedBallot, RankedCriterion } from '../../../api/rules/ranking/ballots.ts'
import type { RankingInput } from '../../../api/rules/ranking/place-ballots.ts'

type Mark = number | null

/** An event with one criterion from 1 to 5, a row an entry (a, b, c …), a column a judge (j0, j1 …). */
export function panel(matrix: Mark[][], changes: Partial<RankingInput> = {}): RankingInput {
  return rubricPanel([{ id: 'worth', min: 1, max: 5, weight: 1 }], [matrix], changes)
}

export function rubricPanel(
  criteria: RankedCriterion[],
  matrices: Mark[][][],
  changes: Partial<RankingInput> = {},
): RankingInput {
  const [first = []] = matrices
  const entryIds = first.map((_, i) => String.fromCharCode(97 + i))
  const judgeIds = (first[0] ?? []).map((_, j) => `j${j}`)
  const ballots = first.flatMap((row, i) =>
    row.flatMap((mark, j): CountedBallot[] => {
      if (mark === null) return []
      const scores = Object.fromEntries(criteria.map(({ id }, place) => [id, matrices[place]![i]![j]!]))
      return [{ entryId: entryIds[i]!, judgeId: judgeIds[j]!, scores, recused: false, complete: true }]
    }),
  )
  return { criteria, entryIds, judgeIds, ballots, method: 'levelled', ...changes }
}
