import type { ChairsVote, Prize } from '../rules/result/awards.ts'
import type { Query } from './sql.ts'

export async function listPrizes(sql: Query, eventId: string): Promise<Prize[]> {
  return sql<Prize[]>`
    select id, name, citation, entry_id as "entryId" from prizes where event_id = ${eventId} order by place, id`
}

/** How many prizes an entry was given. */
export async function countPrizesOf(sql: Query, entryId: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from prizes where entry_id = ${entryId}`
  return row!.n
}

/** Its prizes stay, and are given to nobody. */
export async function clearPrizesOf(tx: Query, entryId: string): Promise<void> {
  await tx`update prizes set entry_id = null where entry_id = ${entryId}`
}

export async function savePrizes(tx: Query, eventId: string, prizes: Prize[]): Promise<void> {
  await tx`delete from prizes where event_id = ${eventId}`
  for (const [place, prize] of prizes.entries())
    await tx`
      insert into prizes (id, event_id, place, name, citation, entry_id)
      values (${prize.id}, ${eventId}, ${place}, ${prize.name}, ${prize.citation}, ${prize.entryId})`
}

/** As they were given, the latest last. */
export async function listCastingVotes(
  sql: Query,
  eventId: string,
): Promise<(ChairsVote & { id: string; at: Date })[]> {
  return sql<(ChairsVote & { id: string; at: Date })[]>`
    select id, entry_ids as "entryIds", by_name as "byName", reason, joint, at
    from casting_votes where event_id = ${eventId} order by at, id`
}

export async function insertCastingVote(
  tx: Query,
  eventId: string,
  vote: ChairsVote & { id: string; at: Date },
): Promise<void> {
  await tx`
    insert into casting_votes (id, event_id, entry_ids, by_name, reason, joint, at)
    values (${vote.id}, ${eventId}, ${vote.entryIds}, ${vote.byName}, ${vote.reason}, ${vote.joint}, ${vote.at.toISOString()})`
}
