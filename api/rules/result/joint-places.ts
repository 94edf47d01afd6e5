import type { BallotRanking } from '../ranking/standings.ts'
import type { ChairsVote } from './awards.ts'

/**
 * Gives entries that the chair named joint the best of their places; those after them keep theirs (1, 1, 3). A decision counts only
 * while its entries still are too close to call, so that a ballot that came in later is never overruled by a decision before it.
 */
export function joinPlaces(ranking: BallotRanking, votes: Pick<ChairsVote, 'entryIds' | 'joint'>[]): BallotRanking {
  let { standings } = ranking
  for (const { entryIds, joint } of votes) {
    if (!joint || !mayBeJoint(ranking, entryIds)) continue
    // Standings come best first. No tie-break parts those who now share a place.
    const { rank, partedFromAbove } = standings.find((standing) => entryIds.includes(standing.entryId))!
    standings = standings.map((standing) =>
      entryIds.includes(standing.entryId)
        ? { ...standing, rank, partedFromAbove, tieBrokenBy: partedFromAbove }
        : standing,
    )
  }
  return { ...ranking, standings }
}

/** Too close to call, and next to each other: all that the chair may name joint. */
export function mayBeJoint(ranking: BallotRanking, entryIds: string[]): boolean {
  const close = ranking.warnings.filter((warning) => warning.code === 'too-close')
  return (
    sideBySide(ranking, entryIds) && close.some((warning) => warning.entryIds?.every((id) => entryIds.includes(id)))
  )
}

/** Whole places, with nobody else between or beside. Standings come best first. */
function sideBySide({ standings }: BallotRanking, entryIds: string[]): boolean {
  const named = new Set(entryIds)
  const at = standings.findIndex((standing) => named.has(standing.entryId))
  const block = standings.slice(at, at + entryIds.length)
  const ranks = new Set(block.map((standing) => standing.rank))
  const whole = standings.every((standing) => named.has(standing.entryId) || !ranks.has(standing.rank))
  return (
    at >= 0 && named.size === entryIds.length && block.every((s) => named.has(s.entryId) && s.rank !== null) && whole
  )
}
