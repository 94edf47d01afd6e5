import type { JSONValue } from 'postgres'
import { newId } from '../http/keys.ts'
import { publish } from '../live/updates.ts'
import { freshShow } from '../rules/show/move.ts'
import type { StoredEvent } from './events.ts'
import type { Query } from './sql.ts'

export type CopyOf = { id: string; slug: string; code: string; name: string; startsAt: string | null; entries: boolean }

/**
 * The start of another event: whole rows are copied, so that a column added later comes along, and only what is named here begins
 * anew. Judges, ballots, histories, results and keys stay where they are. Undefined when the slug or the code is in use.
 */
export async function copyEvent(tx: Query, source: StoredEvent, copy: CopyOf): Promise<{ id: string } | undefined> {
  const { phase, ...show } = freshShow(source.talkSeconds * 1000)
  const { id, slug, code, name, startsAt } = copy
  const anew = {
    id,
    slug,
    code,
    name,
    starts_at: startsAt,
    phase,
    show,
    entries_frozen: false,
    version: 1,
    line_up_version: 1,
    judging_version: 1,
    rehearsal_of: null,
    draw: null,
  }
  const [made] = await tx<{ id: string }[]>`
    insert into events
    select (jsonb_populate_record(e, ${tx.json(anew as unknown as JSONValue)} || jsonb_build_object('created_at', now()))).*
    from events e where e.id = ${source.id}
    on conflict do nothing
    returning id`
  if (!made) return undefined
  const ofCopy = tx.json({ event_id: id })
  await tx`
    insert into criteria select (jsonb_populate_record(c, ${ofCopy})).* from criteria c where c.event_id = ${source.id}`
  await tx`
    insert into pictures select (jsonb_populate_record(p, ${ofCopy})).* from pictures p
    where p.event_id = ${source.id} and p.entry_id is null`
  const prizes = await newIds(tx, 'prizes', source.id)
  await tx`
    insert into prizes
    select (jsonb_populate_record(p, ${ofCopy} || jsonb_build_object('id', n.id, 'citation', ''))).*
    from prizes p
    join unnest(${prizes.old}::text[], ${prizes.anew}::text[]) as n (old, id) on n.old = p.id`
  if (!copy.entries) return made
  const entries = await newIds(tx, 'entries', source.id)
  await tx`
    insert into entries
    select (jsonb_populate_record(e, ${ofCopy} || jsonb_build_object(
      'id', n.id, 'ready', false, 'disqualified', null, 'created_at', now()))).*
    from entries e
    join unnest(${entries.old}::text[], ${entries.anew}::text[]) as n (old, id) on n.old = e.id`
  await tx`
    insert into pictures select (jsonb_populate_record(p, ${ofCopy} || jsonb_build_object('entry_id', n.id))).*
    from pictures p
    join unnest(${entries.old}::text[], ${entries.anew}::text[]) as n (old, id) on n.old = p.entry_id`
  return made
}

/** Everything that hangs on the event goes with it; every instance and every open screen learns of it. */
export async function deleteEvent(tx: Query, { id, slug }: Pick<StoredEvent, 'id' | 'slug'>): Promise<void> {
  await deleteRehearsal(tx, id)
  // In the order in which presence holds them, so that neither waits for the other.
  await tx`select from judges where event_id = ${id} order by id for update`
  await tx`delete from events where id = ${id}`
  await publish(tx, { kind: 'deleted', eventId: id, slug })
}

/** Whatever has been made up for this event goes, whole; the players are told like everyone. Gives the version it had come to, or 0. */
export async function deleteRehearsal(tx: Query, eventId: string): Promise<number> {
  const [rehearsal] = await tx<Pick<StoredEvent, 'id' | 'slug' | 'version'>[]>`
    select id, slug, version from events where rehearsal_of = ${eventId} for update`
  if (rehearsal) await deleteEvent(tx, rehearsal)
  return rehearsal?.version ?? 0
}

/** A new id for each row of the event's. */
async function newIds(
  tx: Query,
  table: 'entries' | 'prizes',
  eventId: string,
): Promise<{ old: string[]; anew: string[] }> {
  const rows = await tx<{ id: string }[]>`select id from ${tx(table)} where event_id = ${eventId}`
  return { old: rows.map((row) => row.id), anew: rows.map(() => newId()) }
}
