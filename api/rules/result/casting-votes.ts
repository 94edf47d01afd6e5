import { tieTolerance } from '../ranking/ties.ts'

/** `joint`: the entries share a place although their scores differ; otherwise the vote orders a tie. */
export type Vote = { entryIds: string[]; joint: boolean }
type Placed = { entryId: string; rank: number | null; score: number | null; partedFromAbove?: string | null }

/** The vote that decided these places; undefined where the marks did. `votes`: oldest first. */
export function findDecision<V extends Vote>(standings: Placed[], votes: V[], entryIds: string[]): V | undefined {
  return votes.findLast((vote, at) => {
    const own = decidedIds(standings, votes, at)
    return entryIds.length > 1 ? vote.joint && entryIds.every((id) => own.includes(id)) : own.includes(entryIds[0]!)
  })
}

/** The entries whose places the vote decides; none if a later ballot or vote overrides it. `standings`: the result's, best first. */
export function decidedIds(standings: Placed[], votes: Vote[], at: number): string[] {
  const { entryIds, joint } = votes[at]!
  const later = votes.slice(at + 1)
  if (joint) {
    const rank = standings.find(({ entryId }) => entryIds.includes(entryId))?.rank ?? null
    const sharing = standings.filter((standing) => standing.rank === rank).map(({ entryId }) => entryId)
    const decides = rank !== null && sharing.length > 1 && hasSameIds(sharing, entryIds)
    return decides && !later.some((vote) => vote.joint && hasSameIds(vote.entryIds, entryIds)) ? entryIds : []
  }
  const ordered = pairsInOrder(standings).filter(
    (pair) =>
      isInOrder(entryIds, pair) && !later.some((vote) => !vote.joint && pair.every((id) => vote.entryIds.includes(id))),
  )
  return [...new Set(ordered.flat())]
}

function pairsInOrder(standings: Placed[]): [string, string][] {
  return standings
    .filter(({ partedFromAbove }) => partedFromAbove === 'casting-vote')
    .flatMap((behind) => {
      const ahead = standings.filter(({ rank, score }) => rank! < behind.rank! && isEqual(score!, behind.score!))
      const nearest = Math.max(...ahead.map(({ rank }) => rank!))
      return ahead
        .filter(({ rank }) => rank === nearest)
        .map(({ entryId }): [string, string] => [entryId, behind.entryId])
    })
}

const isEqual = (a: number, b: number) => Math.abs(a - b) <= tieTolerance

const hasSameIds = (a: string[], b: string[]) => a.length === b.length && a.every((id) => b.includes(id))

function isInOrder(entryIds: string[], [ahead, behind]: [string, string]): boolean {
  const [first, second] = [entryIds.indexOf(ahead), entryIds.indexOf(behind)]
  return first >= 0 && first < second
}
