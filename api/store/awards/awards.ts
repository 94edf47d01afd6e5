import type { ChairDecision, Prize } from '../../rules/result/awards.ts'
import type { StoredPrize } from '../../schema/award-decisions.ts'
import type { Query } from '../sql.ts'

export async function listPrizes(sql: Query, eventId: string): Promise<StoredPrize[]> {
  return sql<StoredPrize[]>`
    select p.id, p.name, p.citation, awarded.ids as "entryIds", awarded.ids[1] as "entryId"
    from prizes p
    cross join lateral (
      select coalesce(array_agg(g.entry_id order by g.place), '{}') as ids from prize_entries g where g.prize_id = p.id
    ) as awarded
    where p.event_id = ${eventId}
    order by p.place, p.id`
}

export async function countPrizesOf(sql: Query, entryId: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from prize_entries where entry_id = ${entryId}`
  return row!.n
}

export async function savePrizes(tx: Query, eventId: string, prizes: Prize[]): Promise<void> {
  await tx`delete from prizes where event_id = ${eventId}`
  for (const [place, { id, name, citation, entryIds }] of prizes.entries()) {
    await tx`
      insert into prizes (id, event_id, place, name, citation) values (${id}, ${eventId}, ${place}, ${name}, ${citation})`
    await tx`
      insert into prize_entries (prize_id, event_id, entry_id, place)
      select ${id}, ${eventId}, entry_id, place from unnest(${entryIds}::text[]) with ordinality as g (entry_id, place)`
  }
}

export async function listCastingVotes(
  sql: Query,
  eventId: string,
): Promise<(ChairDecision & { id: string; at: Date })[]> {
  return sql<(ChairDecision & { id: string; at: Date })[]>`
    select id, entry_ids as "entryIds", by_name as "byName", reason, joint, at
    from casting_votes where event_id = ${eventId} order by at, id`
}

export async function insertCastingVote(
  tx: Query,
  eventId: string,
  vote: ChairDecision & { id: string; at: Date },
): Promise<void> {
  await tx`
    insert into casting_votes (id, event_id, entry_ids, by_name, reason, joint, at)
    values (${vote.id}, ${eventId}, ${vote.entryIds}, ${vote.byName}, ${vote.reason}, ${vote.joint}, ${vote.at.toISOString()})`
}
