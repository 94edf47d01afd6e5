import type { JSONValue } from 'postgres'
import { newId } from '../http/keys.ts'
import { publish } from '../live/updates.ts'
import { freshShow } from '../rules/show/apply-cue.ts'
import type { StoredEvent } from './events.ts'
import type { Query } from './sql.ts'

export type CopyOptions = {
  id: string
  slug: string
  code: string
  name: string
  startsAt: string | null
  entries: boolean
}

/**
 * Copies an event's settings, rubric, picture, prizes and challenges, and with `entries` its entries. Copies whole rows, so that columns added later
 * come along; only the fields in `reset` start afresh. Judges, ballots, histories, results and keys are not copied. Undefined when the slug
 * or the code is in use.
 */
export async function copyEvent(
  tx: Query,
  source: StoredEvent,
  copy: CopyOptions,
): Promise<{ id: string } | undefined> {
  const { phase, ...show } = freshShow(source.talkSeconds * 1000)
  const { id, slug, code, name, startsAt } = copy
  const reset = {
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
    retired_entry_codes: [],
    people_removed_at: null,
  }
  const [copied] = await tx<{ id: string }[]>`
    insert into events
    select (jsonb_populate_record(e, ${tx.json(reset as unknown as JSONValue)} || jsonb_build_object('created_at', now(), 'phase_since', now()))).*
    from events e where e.id = ${source.id}
    on conflict do nothing
    returning id`
  if (!copied) return undefined
  const copyEventId = tx.json({ event_id: id })
  await tx`
    insert into criteria select (jsonb_populate_record(c, ${copyEventId})).* from criteria c where c.event_id = ${source.id}`
  await tx`
    insert into pictures select (jsonb_populate_record(p, ${copyEventId})).* from pictures p
    where p.event_id = ${source.id} and p.entry_id is null`
  const prizes = await createIds(tx, 'prizes', source.id)
  await tx`
    insert into prizes
    select (jsonb_populate_record(p, ${copyEventId} || jsonb_build_object('id', n.id, 'citation', ''))).*
    from prizes p
    join unnest(${prizes.old}::text[], ${prizes.fresh}::text[]) as n (old, id) on n.old = p.id`
  const challenges = await createIds(tx, 'challenges', source.id)
  await tx`
    insert into challenges
    select (jsonb_populate_record(h, ${copyEventId} || jsonb_build_object('id', n.id))).*
    from challenges h
    join unnest(${challenges.old}::text[], ${challenges.fresh}::text[]) as n (old, id) on n.old = h.id`
  const renamed = new Map([
    ...prizes.old.map((old, n) => [old, prizes.fresh[n]!] as const),
    ...challenges.old.map((old, n) => [`challenge-${old}`, `challenge-${challenges.fresh[n]!}`] as const),
  ])
  const awardOrder = source.awardOrder.map((award) => renamed.get(award) ?? award)
  await tx`update events set award_order = ${awardOrder} where id = ${id}`
  if (!copy.entries) return copied
  const entries = await createIds(tx, 'entries', source.id)
  await tx`
    insert into entries
    select (jsonb_populate_record(e, ${copyEventId} || jsonb_build_object(
      'id', n.id, 'ready', false, 'disqualified', null, 'created_at', now()))).*
    from entries e
    join unnest(${entries.old}::text[], ${entries.fresh}::text[]) as n (old, id) on n.old = e.id`
  await tx`
    insert into pictures select (jsonb_populate_record(p, ${copyEventId} || jsonb_build_object('entry_id', n.id))).*
    from pictures p
    join unnest(${entries.old}::text[], ${entries.fresh}::text[]) as n (old, id) on n.old = p.entry_id`
  await tx`
    insert into slide_pages select (jsonb_populate_record(p, ${copyEventId} || jsonb_build_object('entry_id', n.id))).*
    from slide_pages p
    join entries e on e.event_id = p.event_id and e.id = p.entry_id and e.slides ->> 'version' = p.deck
    join unnest(${entries.old}::text[], ${entries.fresh}::text[]) as n (old, id) on n.old = p.entry_id`
  await tx`
    insert into challenge_entries (challenge_id, event_id, entry_id)
    select c.id, ${id}, n.id
    from challenge_entries x
    join unnest(${challenges.old}::text[], ${challenges.fresh}::text[]) as c (old, id) on c.old = x.challenge_id
    join unnest(${entries.old}::text[], ${entries.fresh}::text[]) as n (old, id) on n.old = x.entry_id`
  return copied
}

/** Deletes everything of the event and publishes that to every instance and open screen. */
export async function deleteEvent(tx: Query, { id, slug }: Pick<StoredEvent, 'id' | 'slug'>): Promise<void> {
  await deleteRehearsal(tx, id)
  // The order in which presence locks the same rows: no deadlock.
  await tx`select from judges where event_id = ${id} order by id for update`
  await tx`delete from events where id = ${id}`
  await publish(tx, { kind: 'deleted', eventId: id, slug })
}

/** Deletes the event's rehearsal, if any. Returns the version that the rehearsal had reached, or 0. */
export async function deleteRehearsal(tx: Query, eventId: string): Promise<number> {
  const [rehearsal] = await tx<Pick<StoredEvent, 'id' | 'slug' | 'version'>[]>`
    select id, slug, version from events where rehearsal_of = ${eventId} for update`
  if (rehearsal) await deleteEvent(tx, rehearsal)
  return rehearsal?.version ?? 0
}

async function createIds(
  tx: Query,
  table: 'entries' | 'prizes' | 'challenges',
  eventId: string,
): Promise<{ old: string[]; fresh: string[] }> {
  const rows = await tx<{ id: string }[]>`select id from ${tx(table)} where event_id = ${eventId}`
  return { old: rows.map((row) => row.id), fresh: rows.map(() => newId()) }
}
