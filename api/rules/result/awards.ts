import type { Criterion, Event } from '../../schema/event.ts'
import type { Award, RevealStep } from '../../schema/result.ts'
import type { BallotRanking, Standing } from '../ranking/standings.ts'

/** A prize given by hand; it counts once it names an entry. */
export type Prize = { id: string; name: string; citation: string; entryId: string | null }
/** The chair's word on a tie, with who gave it and why. */
export type ChairsVote = {
  entryIds: string[]
  byName: string
  reason: string
  /** Names them joint, although their scores differ; else it puts a tie in order. */
  joint: boolean
}

/** Scores that differ by less are equal, as in the ranking itself. */
const tieTolerance = 1e-6

/**
 * All that is given, in the order of the reveal: prizes by hand, then the best by criterion, then the places from the last that is
 * honoured to the first. Entries that share a place share its award; a place after a tie is counted as usual (1, 1, 3).
 */
export function awardsOf(
  event: Pick<Event, 'places' | 'criterionAwards' | 'criteria'>,
  ranking: BallotRanking,
  prizes: Prize[],
  votes: ChairsVote[],
): Award[] {
  const given = prizes.filter((prize) => prize.entryId !== null).map(prizeAward)
  const best = event.criteria
    .filter((criterion) => event.criterionAwards.includes(criterion.id))
    .flatMap((criterion) => criterionAward(criterion, ranking.standings))
  return [...given, ...best, ...placeAwards(event.places, ranking, votes)]
}

/** One press each, then the last picture: everyone honoured, the winners first. No step when nobody was ranked. */
export function revealSteps(awards: Award[]): RevealStep[] {
  if (!awards.some((award) => award.kind === 'place')) return []
  const steps = awards.map((award): RevealStep => ({ kind: 'award', award }))
  return [...steps, { kind: 'winners', awards: awards.toReversed() }]
}

/** "1st", "2nd", "3rd", "4th", "11th" … */
export function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

const plain = {
  rank: null,
  criterionId: null,
  citation: '',
  score: null,
  scaleMax: null,
  ballots: null,
  castingVote: null,
}

function prizeAward({ id, name, citation, entryId }: Prize): Award {
  return { ...plain, id, kind: 'prize', name, citation, entryIds: [entryId!] }
}

function criterionAward(criterion: Criterion, standings: Standing[]): Award[] {
  const scores = standings.flatMap(({ entryId, byCriterion }) => {
    const score = byCriterion[criterion.id]?.score ?? null
    return score === null ? [] : [{ entryId, score }]
  })
  if (scores.length === 0) return []
  const score = Math.max(...scores.map((one) => one.score))
  const entryIds = scores.filter((one) => score - one.score <= tieTolerance).map((one) => one.entryId)
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
    },
  ]
}

function placeAwards(places: number, { standings, scale }: BallotRanking, votes: ChairsVote[]): Award[] {
  const ranks = [...new Set(standings.map((standing) => standing.rank))].filter(
    (rank): rank is number => rank !== null && rank <= places,
  )
  return ranks
    .sort((a, b) => b - a)
    .map((rank) => {
      const here = standings.filter((standing) => standing.rank === rank)
      const joint = here.length > 1
      const decided = (one: ChairsVote) =>
        one.joint
          ? joint && here.every((s) => one.entryIds.includes(s.entryId))
          : here.some((s) => one.entryIds.includes(s.entryId))
      const byChair = here.some((s) => s.tieBrokenBy === 'casting-vote') || joint
      const vote = byChair ? votes.findLast((one) => one.joint === joint && decided(one)) : undefined
      return {
        ...plain,
        id: `place-${rank}`,
        kind: 'place',
        name: rank === 1 ? (joint ? 'Joint winners' : 'Winner') : `${joint ? 'Joint ' : ''}${ordinal(rank)} place`,
        rank,
        entryIds: here.map((standing) => standing.entryId),
        score: here[0]!.score,
        scaleMax: scale.hi,
        ballots: joint ? null : here[0]!.ballots,
        castingVote: vote ? { by: vote.byName, reason: vote.reason } : null,
      }
    })
}
