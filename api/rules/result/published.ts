import type { Publishes } from '../../schema/event.ts'
import type { Record, Result } from '../../schema/result.ts'

/** How much of a published result a reader gets. `ownEntryId`: the team whose key asks finds its own figures. */
export type Reader = { publishes: Publishes; ownEntryId: string | null }

const winnersOf = ({ awards }: Pick<Result, 'awards'>) => new Set(awards.flatMap((award) => award.entryIds))

/**
 * What everyone may read once a result is published: the winners, and the whole table when the organiser publishes everything. Doubts
 * about one judge's marks are for the organiser alone; those about teams without an award would tell where they stand.
 */
export function publicResult(result: Result, { publishes, ownEntryId }: Reader): Result {
  const everything = publishes === 'everything'
  const winners = winnersOf(result)
  const isPublic = (entryId: string) => everything || winners.has(entryId)
  return {
    ...result,
    standings: result.standings
      .filter(({ entryId }) => everything || entryId === ownEntryId)
      .map((standing) => ({ ...standing, tiedWith: (standing.tiedWith ?? []).filter(isPublic) })),
    disqualified: (result.disqualified ?? []).filter(({ entryId }) => everything || entryId === ownEntryId),
    warnings: result.warnings.filter(({ judgeIds, entryIds }) => judgeIds.length === 0 && entryIds.every(isPublic)),
  }
}

/** The record for the same readers: a decision of the chair names no team that has no award. */
export function publicRecord(record: Record, readership: Reader): Record {
  const winners = winnersOf(record.result)
  const everything = readership.publishes === 'everything'
  const castingVotes = record.castingVotes
    .map((vote) => ({ ...vote, entryIds: vote.entryIds.filter((id) => everything || winners.has(id)) }))
    .filter(({ entryIds }) => entryIds.length > 0)
  return { ...record, castingVotes, result: publicResult(record.result, readership) }
}
