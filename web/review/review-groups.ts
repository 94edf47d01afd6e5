import type { Review } from '../../api/schema/review.ts'

type Standing = Review['standings'][number]

/** Entries that share a place, or whose tie the chair has decided and may decide again until the reveal. */
export type Tie = { key: string; rank: number; entryIds: string[]; decided: boolean }

/** Neighbours that are too close to call. `joint`: the chair has named them joint, and they share `rank`. */
export type CloseCall = { key: string; rank: number; entryIds: string[]; joint: boolean }

type Vote = { entryIds: string[]; joint: boolean }
type Order = { standings: Pick<Standing, 'entryId' | 'rank' | 'tieBrokenBy'>[]; warnings: Review['warnings'] }

const keyOf = (entryIds: string[]) => [...entryIds].sort().join(' ')
const isSubset = (entryIds: string[], all: string[]) => entryIds.every((id) => all.includes(id))
const closeWarnings = ({ warnings }: Pick<Order, 'warnings'>) => warnings.filter(({ code }) => code === 'too-close')

export function namedJoint<V extends Vote>(order: Pick<Order, 'warnings'>, votes: V[], entryIds: string[]) {
  return votes.findLast(
    (vote) =>
      vote.joint &&
      isSubset(entryIds, vote.entryIds) &&
      closeWarnings(order).some((close) => isSubset(close.entryIds, vote.entryIds)),
  )
}

export function findTies(order: Order, votes: Vote[]): Tie[] {
  const groups = new Map<string, Order['standings']>()
  for (const standing of order.standings) {
    if (standing.rank === null) continue
    const voteIndex = votes.map((vote) => !vote.joint && vote.entryIds.includes(standing.entryId)).lastIndexOf(true)
    const decided = standing.tieBrokenBy === 'casting-vote' && voteIndex >= 0
    const place = decided ? `vote ${voteIndex}` : `rank ${standing.rank}`
    groups.set(place, [...(groups.get(place) ?? []), standing])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const entryIds = group.map((standing) => standing.entryId)
      return {
        key: keyOf(entryIds),
        rank: Math.min(...group.map((standing) => standing.rank!)),
        entryIds,
        decided: group.some((standing) => standing.tieBrokenBy === 'casting-vote'),
      }
    })
    .filter(({ entryIds }) => !namedJoint(order, votes, entryIds))
}

export function findCloseCalls(order: Order, votes: Vote[]): CloseCall[] {
  const ties = findTies(order, votes)
  const rankOf = (id: string) => order.standings.find((standing) => standing.entryId === id)?.rank ?? null
  const calls = closeWarnings(order).flatMap((close): CloseCall[] => {
    const ranks = close.entryIds.map(rankOf).filter((rank) => rank !== null)
    if (ranks.length === 0 || ties.some((tie) => isSubset(close.entryIds, tie.entryIds))) return []
    const entryIds = order.standings.filter(({ rank }) => rank !== null && ranks.includes(rank)).map((s) => s.entryId)
    const joint = namedJoint(order, votes, entryIds) !== undefined
    return [{ key: keyOf(entryIds), rank: Math.min(...ranks), entryIds, joint }]
  })
  return calls.filter((call, index) => calls.findIndex((other) => other.key === call.key) === index)
}

export function listMissingByJudge(
  review: Pick<Review, 'missing' | 'judges'>,
): { judgeId: string; entryIds: string[] }[] {
  return review.judges
    .map(({ judgeId }) => ({
      judgeId,
      entryIds: review.missing
        .filter((missing) => missing.judgeIds.includes(judgeId))
        .map((missing) => missing.entryId),
    }))
    .filter(({ entryIds }) => entryIds.length > 0)
}

export type Group = { entryIds: string[]; judgeIds: string[] }

/** Groups that no judge connects: across them, no order holds. */
export function findGroups({ standings, judges, marks }: Pick<Review, 'standings' | 'judges' | 'marks'>): Group[] {
  const groups: Group[] = []
  for (const { entryId } of standings) {
    const judgeIds = marks.filter((mark) => mark.entryId === entryId && mark.mark !== null).map((mark) => mark.judgeId)
    if (judgeIds.length === 0) continue
    const joined = groups.filter((group) => group.judgeIds.some((id) => judgeIds.includes(id)))
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push({
      entryIds: [...joined.flatMap((group) => group.entryIds), entryId],
      judgeIds: [...new Set([...joined.flatMap((group) => group.judgeIds), ...judgeIds])],
    })
  }
  const place = new Map(standings.map(({ entryId }, at) => [entryId, at]))
  const seat = new Map(judges.map(({ judgeId }, at) => [judgeId, at]))
  for (const group of groups) {
    group.entryIds.sort((a, b) => place.get(a)! - place.get(b)!)
    group.judgeIds.sort((a, b) => (seat.get(a) ?? 0) - (seat.get(b) ?? 0))
  }
  return groups
}

export function furthestMarks(review: Pick<Review, 'marks' | 'judges'>, judgeId: string, most = 3) {
  const leniency = review.judges.find((judge) => judge.judgeId === judgeId)?.leniency ?? 0
  return review.marks
    .flatMap(({ judgeId: by, entryId, mark }) => {
      if (by !== judgeId || mark === null) return []
      const others = review.marks.flatMap((other) =>
        other.entryId === entryId && other.judgeId !== judgeId && other.mark !== null ? [other.mark] : [],
      )
      if (others.length === 0) return []
      const mean = others.reduce((sum, value) => sum + value, 0) / others.length
      return [{ entryId, mark, others: mean, apart: Math.abs(mark - leniency - mean) }]
    })
    .sort((a, b) => b.apart - a.apart)
    .slice(0, most)
}
