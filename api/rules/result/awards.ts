import type { Criterion, Event } from '../../schema/event.ts'
import type { Award, RevealStep } from '../../schema/result.ts'
import type { BallotRanking, Standing } from '../ranking/standings.ts'
import { ordinal } from '../words/ordinal.ts'
import { findDecision } from './casting-votes.ts'
import { shownScores, tieTolerance } from './shown-scores.ts'

/** A prize given by hand; it is awarded once it names an entry. */
export type Prize = { id: string; name: string; citation: string; entryIds: string[] }
/** A ranking with the figures that people read. */
export type ShownRanking = Pick<BallotRanking, 'scale'> & {
  standings: (Standing & { shownScore: string | null })[]
}
/** The chair's word on a tie, with who gave it and why. */
export type ChairsVote = {
  entryIds: string[]
  byName: string
  reason: string
  /** Names them joint, although their scores differ; else it puts a tie in order. */
  joint: boolean
}

/**
 * All that is given, in the order of the reveal: prizes by hand, then the best by criterion, then the places from the last that is
 * honoured to the first. Entries that share a place share its award; a place after a tie is counted as usual (1, 1, 3).
 */
export function awardsOf(
  event: Pick<Event, 'places' | 'criterionAwards' | 'criteria'>,
  ranking: ShownRanking,
  prizes: Prize[],
  votes: ChairsVote[],
): Award[] {
  const byHand = prizes.filter((prize) => prize.entryIds.length > 0).map(prizeAward)
  const best = event.criteria
    .filter((criterion) => event.criterionAwards.includes(criterion.id))
    .flatMap((criterion) => criterionAward(criterion, ranking.standings))
  return [...byHand, ...best, ...placeAwards(event.places, ranking, votes)]
}

/**
 * One press each, then the last picture: everyone honoured, the winners first. No step when nobody was ranked. `at` counts places, not
 * presses: the number of steps ahead must not give away that a place is shared. `places` is how many the event could announce.
 */
export function revealSteps(awards: Award[], places: number): RevealStep[] {
  if (!awards.some((award) => award.kind === 'place')) return []
  const besides = awards.filter((award) => award.kind !== 'place').length
  const steps = awards.map((award, n): RevealStep => {
    const at = award.rank === null ? n + 1 : besides + places - award.rank + 1
    return { kind: 'award', award, at }
  })
  return [...steps, { kind: 'winners', awards: awards.toReversed(), at: besides + places + 1 }]
}

const plain = {
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

function prizeAward({ id, name, citation, entryIds }: Prize): Award {
  return { ...plain, id, kind: 'prize', name, citation, entryIds }
}

function criterionAward(criterion: Criterion, standings: Standing[]): Award[] {
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
      ...plain,
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

function placeAwards(places: number, { standings, scale }: ShownRanking, votes: ChairsVote[]): Award[] {
  const ranks = [...new Set(standings.map((standing) => standing.rank))].filter(
    (rank): rank is number => rank !== null && rank <= places,
  )
  return ranks
    .sort((a, b) => b - a)
    .map((rank) => {
      const here = standings.filter((standing) => standing.rank === rank)
      const joint = here.length > 1
      const entryIds = here.map((standing) => standing.entryId)
      const vote = findDecision(standings, votes, entryIds)
      return {
        ...plain,
        id: `place-${rank}`,
        kind: 'place',
        name: rank === 1 ? (joint ? 'Joint winners' : 'Winner') : `${joint ? 'Joint ' : ''}${ordinal(rank)} place`,
        rank,
        entryIds,
        // Entries that the chair named joint may differ in score: then one figure would be untrue of the others.
        ...(here.every(
          (s) => s.score! - here[0]!.score! <= tieTolerance && here[0]!.score! - s.score! <= tieTolerance,
        ) && {
          score: here[0]!.score,
          scaleMax: scale.hi,
          shownScore: here[0]!.shownScore,
        }),
        tieBrokenBy: tieBreakOf(here),
        ballots: joint ? null : here[0]!.ballots,
        castingVote: vote ? { by: vote.byName, reason: vote.reason } : null,
      }
    })
}

/** What decided a place among equal scores: of a shared one, what put all who share it behind an equal. */
function tieBreakOf(here: Standing[]): string | null {
  const { partedFromAbove, tieBrokenBy } = here[0]!
  if (here.length === 1) return partedFromAbove ?? tieBrokenBy
  return here.every((standing) => standing.partedFromAbove === partedFromAbove) ? partedFromAbove : null
}
