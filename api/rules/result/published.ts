import type { Publishes } from '../../schema/event.ts'
import type { Record, Result } from '../../schema/result.ts'

/** `ownEntryId`: a team’s key also reads its own figures. */
export type Reader = { publishes: Publishes; ownEntryId: string | null }

const winnersOf = ({ awards }: Pick<Result, 'awards'>) => new Set(awards.flatMap((award) => award.entryIds))

/**
 * The winners, and all standings if the organiser publishes everything. Warnings about single judges are for the organiser only; those
 * about teams without an award would reveal their places.
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

/** A reader sees only the casting votes whose teams have an award. */
export function publicRecord(record: Record, readership: Reader): Record {
  const winners = winnersOf(record.result)
  const everything = readership.publishes === 'everything'
  const castingVotes = record.castingVotes
    .map((vote) => ({ ...vote, entryIds: vote.entryIds.filter((id) => everything || winners.has(id)) }))
    .filter(({ entryIds }) => entryIds.length > 0)
  return { ...record, castingVotes, result: publicResult(record.result, readership) }
}
