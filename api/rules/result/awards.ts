import type { Event } from '../../schema/event.ts'
import type { Award, ChallengeResult, PassedOver, RevealStep } from '../../schema/result.ts'
import type { BallotRanking, Standing } from '../ranking/standings.ts'
import { tieTolerance } from '../ranking/ties.ts'
import { refuse } from '../refusal.ts'
import { ordinal } from '../words/ordinal.ts'
import { decideContest, emptyFields, toChallengeContest, toCriterionContest } from './award-contests.ts'
import { sortAwards } from './award-order.ts'
import { findDecision } from './casting-votes.ts'

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

type AwardsInput = {
  event: Pick<Event, 'places' | 'criterionAwards' | 'criteria' | 'awardOrder' | 'oneAwardPerTeam'>
  ranking: ShownRanking
  challenges: ChallengeResult[]
  prizes: Prize[]
  votes: ChairDecision[]
}

/**
 * In the order of the reveal: prizes, challenges, the best by criterion, then the places from the last announced to the first, or as
 * `awardOrder` says. Entries that share a place share its award; the places after it are counted as usual (1, 1, 3).
 *
 * With `oneAwardPerTeam` places and prizes stand as they are. The other awards are given from the last revealed, the most important one, to
 * the first: each to the best entry that has no award yet.
 */
export function computeAwards({ event, ranking, challenges, prizes, votes }: AwardsInput): {
  awards: Award[]
  passedOver: PassedOver[]
} {
  const contests = [
    ...challenges.map(toChallengeContest),
    ...event.criteria
      .filter((criterion) => event.criterionAwards.includes(criterion.id))
      .map((criterion) => toCriterionContest(criterion, ranking.standings)),
  ].filter(({ candidates }) => candidates.length > 0)
  const prizeAwards = prizes.filter((prize) => prize.entryIds.length > 0).map(toPrizeAward)
  const placeAwards = toPlaceAwards(event.places, ranking, votes)
  const fixed = [...prizeAwards, ...placeAwards]
  const inOrder = sortAwards([...prizeAwards, ...contests.map(({ award }) => award), ...placeAwards], event.awardOrder)
  const takenIds = new Set(event.oneAwardPerTeam ? fixed.flatMap((award) => award.entryIds) : [])
  const passedOver: PassedOver[] = []
  const decided = new Map(fixed.map((award) => [award.id, award]))
  for (const { id } of inOrder.toReversed()) {
    const contest = contests.find(({ award }) => award.id === id)
    if (!contest) continue
    const { award, passedIds } = decideContest(contest, takenIds)
    if (passedIds.length > 0) passedOver.push({ awardId: id, name: contest.award.name, entryIds: passedIds })
    if (!award) continue
    decided.set(id, award)
    if (event.oneAwardPerTeam) for (const entryId of award.entryIds) takenIds.add(entryId)
  }
  return { awards: inOrder.flatMap(({ id }) => decided.get(id) ?? []), passedOver: passedOver.toReversed() }
}

/**
 * One step for each award, then one with all of them, the winners first. No step when nobody was ranked. `at` counts places, not steps:
 * the number of steps to come must not reveal that a place is shared. `places`: how many the event could announce.
 */
export function computeRevealSteps(awards: Award[], places: number): RevealStep[] {
  if (!awards.some((award) => award.kind === 'place')) return []
  const isPlace = ({ kind }: Award) => kind === 'place'
  const others = awards.filter((award) => !isPlace(award))
  const before = awards.findIndex(isPlace)
  const steps = awards.map((award, n): RevealStep => {
    if (isPlace(award)) return { kind: 'award', award, at: before + places - award.rank! + 1 }
    return { kind: 'award', award, at: n < before ? n + 1 : places + others.indexOf(award) + 1 }
  })
  const all = [...awards.filter(isPlace).toReversed(), ...others.toReversed()]
  return [...steps, { kind: 'winners', awards: all, at: others.length + places + 1 }]
}

function toPrizeAward({ id, name, citation, entryIds }: Prize): Award {
  return { ...emptyFields, id, kind: 'prize', name, citation, entryIds }
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
