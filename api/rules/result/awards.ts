import type { Criterion, Event } from '../../schema/event.ts'
import type { Award, RevealStep } from '../../schema/result.ts'
import type { BallotRanking, Standing } from '../ranking/standings.ts'
import { tieTolerance } from '../ranking/ties.ts'
import { refuse } from '../refusal.ts'
import { ordinal } from '../words/ordinal.ts'
import { findDecision } from './casting-votes.ts'
import { shownScores } from './shown-scores.ts'

export type Prize = { id: string; name: string; citation: string; entryIds: string[] }
export function checkPrizeEntries({ entryIds }: Pick<Prize, 'entryIds'>, knownIds: ReadonlySet<string>): void {
  if (entryIds.some((entryId) => !knownIds.has(entryId))) refuse('no-such-entry')
}
export type ShownRanking = Pick<BallotRanking, 'scale'> & {
  standings: (Standing & { shownScore: string | null })[]
}
export type ChairDecision = {
  entryIds: string[]
  byName: string
  reason: string
  /** The entries share a place although their scores differ; otherwise the vote orders a tie. */
  joint: boolean
}

/**
 * In the order of the reveal: prizes, then the best by criterion, then the places from the last announced to the first. Entries that share
 * a place share its award; the places after it are counted as usual (1, 1, 3).
 */
export function computeAwards(
  event: Pick<Event, 'places' | 'criterionAwards' | 'criteria'>,
  ranking: ShownRanking,
  prizes: Prize[],
  votes: ChairDecision[],
): Award[] {
  const prizeAwards = prizes.filter((prize) => prize.entryIds.length > 0).map(toPrizeAward)
  const criterionAwards = event.criteria
    .filter((criterion) => event.criterionAwards.includes(criterion.id))
    .flatMap((criterion) => toCriterionAwards(criterion, ranking.standings))
  return [...prizeAwards, ...criterionAwards, ...toPlaceAwards(event.places, ranking, votes)]
}

/**
 * One step for each award, then one with all of them, the winners first. No step when nobody was ranked. `at` counts places, not steps:
 * the number of steps to come must not reveal that a place is shared. `places`: how many the event could announce.
 */
export function computeRevealSteps(awards: Award[], places: number): RevealStep[] {
  if (!awards.some((award) => award.kind === 'place')) return []
  const otherCount = awards.filter((award) => award.kind !== 'place').length
  const steps = awards.map((award, n): RevealStep => {
    const at = award.rank === null ? n + 1 : otherCount + places - award.rank + 1
    return { kind: 'award', award, at }
  })
  return [...steps, { kind: 'winners', awards: awards.toReversed(), at: otherCount + places + 1 }]
}

const emptyFields = {
  rank: null,
  criterionId: null,
  citation: '',
  score: null,
  scaleMax: null,
  shownScore: null,
  tieBrokenBy: null,
  ballots: null,
  castingVote: null,
}

function toPrizeAward({ id, name, citation, entryIds }: Prize): Award {
  return { ...emptyFields, id, kind: 'prize', name, citation, entryIds }
}

function toCriterionAwards(criterion: Criterion, standings: Standing[]): Award[] {
  const scores = standings.flatMap(({ entryId, byCriterion }) => {
    const score = byCriterion[criterion.id]?.score ?? null
    return score === null ? [] : [{ entryId, score }]
  })
  if (scores.length === 0) return []
  scores.sort((a, b) => b.score - a.score)
  const { score } = scores[0]!
  const entryIds = scores.filter((other) => score - other.score <= tieTolerance).map(({ entryId }) => entryId)
  const figures = shownScores(
    scores.map((scored) => scored.score),
    { lo: criterion.min, hi: criterion.max },
  )
  const id = `criterion-${criterion.id}`
  return [
    {
      ...emptyFields,
      id,
      kind: 'criterion',
      name: criterion.name,
      criterionId: criterion.id,
      entryIds,
      score,
      scaleMax: criterion.max,
      shownScore: figures[0]!,
    },
  ]
}

function toPlaceAwards(places: number, { standings, scale }: ShownRanking, votes: ChairDecision[]): Award[] {
  const ranks = [...new Set(standings.map((standing) => standing.rank))].filter(
    (rank): rank is number => rank !== null && rank <= places,
  )
  return ranks
    .sort((a, b) => b - a)
    .map((rank) => {
      const sharing = standings.filter((standing) => standing.rank === rank)
      const joint = sharing.length > 1
      const entryIds = sharing.map((standing) => standing.entryId)
      const vote = findDecision(standings, votes, entryIds)
      return {
        ...emptyFields,
        id: `place-${rank}`,
        kind: 'place',
        name: rank === 1 ? (joint ? 'Joint winners' : 'Winner') : `${joint ? 'Joint ' : ''}${ordinal(rank)} place`,
        rank,
        entryIds,
        // Entries that the chair named joint may differ in score: then no single figure is true of all.
        ...(sharing.every(({ score }) => Math.abs(score! - sharing[0]!.score!) <= tieTolerance) && {
          score: sharing[0]!.score,
          scaleMax: scale.hi,
          shownScore: sharing[0]!.shownScore,
        }),
        tieBrokenBy: tieBreakOf(sharing),
        ballots: joint ? null : sharing[0]!.ballots,
        castingVote: vote ? { by: vote.byName, reason: vote.reason } : null,
      }
    })
}

/** The tie-break against an entry of equal score; of a shared place, only one that applies to all who share it. */
function tieBreakOf(sharing: Standing[]): string | null {
  const { partedFromAbove, tieBrokenBy } = sharing[0]!
  if (sharing.length === 1) return partedFromAbove ?? tieBrokenBy
  return sharing.every((standing) => standing.partedFromAbove === partedFromAbove) ? partedFromAbove : null
}
