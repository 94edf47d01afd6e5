import type { ChairsVote, Prize } from '../rules/awards.ts'
import type { Query } from './sql.ts'

export async function listPrizes(sql: Query, eventId: string): Promise<Prize[]> {
  return sql<Prize[]>`
    select id, name, citation, entry_id as "entryId" from prizes where event_id = ${eventId} order by place, id`
}

/** As they were given, the latest last. */
export async function listCastingVotes(sql: Query, eventId: string): Promise<ChairsVote[]> {
  return sql<ChairsVote[]>`
    select entry_ids as "entryIds", by_name as "byName", reason
    from casting_votes where event_id = ${eventId} order by at, id`
}
