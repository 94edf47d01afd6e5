import type { Criterion } from '../../schema/judging/criterion.ts'
import type { Award, ChallengeResult } from '../../schema/result.ts'
import type { Standing } from '../ranking/standings.ts'
import { tieTolerance } from '../ranking/ties.ts'
import { shownScores } from './shown-scores.ts'

/** An award by score with its candidates, best first; those of equal score together. */
export type Contest = { award: Award; candidates: { entryIds: string[]; score: number; shownScore: string | null }[] }

export const emptyFields = {
  rank: null,
  criterionId: null,
  challengeId: null,
  givenBy: '',
  citation: '',
  score: null,
  scaleMax: null,
  shownScore: null,
  tieBrokenBy: null,
  ballots: null,
  castingVote: null,
}

export function toCriterionContest(criterion: Criterion, standings: Standing[]): Contest {
  const scored = standings
    .flatMap(({ entryId, byCriterion }) => {
      const score = byCriterion[criterion.id]?.score ?? null
      return score === null ? [] : [{ entryId, score }]
    })
    .sort((a, b) => b.score - a.score)
  const figures = shownScores(
    scored.map(({ score }) => score),
    { lo: criterion.min, hi: criterion.max },
  )
  const award = {
    ...emptyFields,
    id: `criterion-${criterion.id}`,
    kind: 'criterion' as const,
    name: criterion.name,
    criterionId: criterion.id,
    entryIds: [],
    scaleMax: criterion.max,
  }
  const rows = scored.map(({ entryId, score }, at) => ({ entryId, score, shownScore: figures[at]! }))
  return { award, candidates: groupCandidates(rows, (a, b) => a.score - b.score <= tieTolerance) }
}

/** The best by the challenge's ranking, whose tie-breaks apply; what still is a tie shares the award. */
export function toChallengeContest({ challengeId, name, givenBy, scale, standings }: ChallengeResult): Contest {
  const award = {
    ...emptyFields,
    ...{ id: `challenge-${challengeId}`, kind: 'challenge' as const, name, challengeId, givenBy, entryIds: [] },
    scaleMax: scale.hi,
  }
  const rows = standings.flatMap(({ entryId, score, shownScore, rank }) =>
    score === null ? [] : { entryId, score, shownScore, rank },
  )
  return { award, candidates: groupCandidates(rows, (a, b) => a.rank === b.rank) }
}

type Candidate = { entryId: string; score: number; shownScore: string | null }

/** `rows`: best first. */
function groupCandidates<Row extends Candidate>(
  rows: Row[],
  isEqual: (a: Row, b: Row) => boolean,
): Contest['candidates'] {
  const groups: { first: Row; entryIds: string[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && isEqual(last.first, row)) last.entryIds.push(row.entryId)
    else groups.push({ first: row, entryIds: [row.entryId] })
  }
  return groups.map(({ first: { score, shownScore }, entryIds }) => ({ entryIds, score, shownScore }))
}

/** Undefined when every candidate is taken. `passedIds`: the taken ones that were better or equal. */
export function decideContest({ award, candidates }: Contest, takenIds: ReadonlySet<string>) {
  const passedIds: string[] = []
  for (const { entryIds, score, shownScore } of candidates) {
    const free = entryIds.filter((id) => !takenIds.has(id))
    passedIds.push(...entryIds.filter((id) => takenIds.has(id)))
    if (free.length > 0) return { award: { ...award, entryIds: free, score, shownScore }, passedIds }
  }
  return { award: undefined, passedIds }
}
