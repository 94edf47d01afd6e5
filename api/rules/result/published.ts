import type { Publishes } from '../../schema/event.ts'
import type { Record, Result } from '../../schema/result.ts'

/** `ownEntryId`: a team's key also reads its own figures. */
export type Reader = { publishes: Publishes; ownEntryId: string | null }

const winnersOf = ({ awards }: Pick<Result, 'awards'>) => new Set(awards.flatMap((award) => award.entryIds))

/**
 * The winners, and all standings if the organiser publishes everything. Warnings about single judges are for the organiser only; those
 * about teams without an award would reveal their places.
 */
export function publicResult(result: Result, { publishes, ownEntryId }: Reader): Result {
  const showsEverything = publishes === 'everything'
  const winners = winnersOf(result)
  const isPublic = (entryId: string) => showsEverything || winners.has(entryId)
  return {
    ...result,
    standings: result.standings
      .filter(({ entryId }) => showsEverything || entryId === ownEntryId)
      .map((standing) => ({ ...standing, tiedWith: (standing.tiedWith ?? []).filter(isPublic) })),
    challenges: (result.challenges ?? []).map((challenge) => ({
      ...challenge,
      standings: challenge.standings.filter(({ entryId }) => showsEverything || entryId === ownEntryId),
    })),
    disqualified: (result.disqualified ?? []).filter(({ entryId }) => showsEverything || entryId === ownEntryId),
    warnings: result.warnings.filter(({ judgeIds, entryIds }) => judgeIds.length === 0 && entryIds.every(isPublic)),
  }
}

/** Unless everything is published, a casting vote names only teams with an award. */
export function publicRecord(record: Record, reader: Reader): Record {
  const winners = winnersOf(record.result)
  const showsEverything = reader.publishes === 'everything'
  const castingVotes = record.castingVotes
    .map((vote) => ({ ...vote, entryIds: vote.entryIds.filter((id) => showsEverything || winners.has(id)) }))
    .filter(({ entryIds }) => entryIds.length > 0)
  return { ...record, castingVotes, result: publicResult(record.result, reader) }
}
