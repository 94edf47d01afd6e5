import type { BallotRanking, Standing } from '../ranking/standings.ts'
import { tieTolerance } from '../ranking/ties.ts'
import { decidedIds, type Vote } from './casting-votes.ts'

/**
 * Gives entries that the chair named joint the best of their places; those after them keep theirs (1, 1, 3). A vote counts only while its
 * entries still are too close to call, so that it never overrides a later ballot. Of votes that name the same entry, the latest counts.
 */
export function applyJointPlaces(ranking: BallotRanking, votes: Vote[]): BallotRanking {
  let { standings } = ranking
  const decided = new Set<string>()
  for (const [at, { entryIds, joint }] of [...votes.entries()].reverse()) {
    const own = !joint ? decidedIds(ranking.standings, votes, at) : canBeJoint(ranking, entryIds) ? entryIds : []
    const replaced = own.some((entryId) => decided.has(entryId))
    for (const entryId of own) decided.add(entryId)
    if (joint && own.length > 0 && !replaced) standings = share(standings, entryIds)
  }
  return { ...ranking, standings }
}

/** Entries that share a place lose the tie-breaks between them; the tie-break of the best against an equal above stays. `standings`: best first. */
function share(standings: Standing[], entryIds: string[]): Standing[] {
  const best = standings.find((standing) => entryIds.includes(standing.entryId))!
  return standings.map((standing) => {
    if (!entryIds.includes(standing.entryId)) return standing
    const hasEqualAbove = Math.abs(standing.score! - best.score!) <= tieTolerance
    const partedFromAbove = hasEqualAbove ? best.partedFromAbove : null
    return { ...standing, rank: best.rank, partedFromAbove, tieBrokenBy: partedFromAbove }
  })
}

/** The chair may name joint only neighbours that are too close to call. */
export function canBeJoint(ranking: BallotRanking, entryIds: string[]): boolean {
  const closeCalls = ranking.warnings.filter((warning) => warning.code === 'too-close')
  return (
    areAdjacent(ranking, entryIds) &&
    closeCalls.some((warning) => warning.entryIds?.every((id) => entryIds.includes(id)))
  )
}

function areAdjacent({ standings }: BallotRanking, entryIds: string[]): boolean {
  const named = new Set(entryIds)
  const at = standings.findIndex((standing) => named.has(standing.entryId))
  const block = standings.slice(at, at + entryIds.length)
  const ranks = new Set(block.map((standing) => standing.rank))
  const whole = standings.every((standing) => named.has(standing.entryId) || !ranks.has(standing.rank))
  return (
    at >= 0 &&
    named.size === entryIds.length &&
    block.every(({ entryId, rank }) => named.has(entryId) && rank !== null) &&
    whole
  )
}
