import { notifyOf } from '../live/updates.ts'
import type { StoredEntry } from '../rules/event/entry.ts'
import { refuse } from '../rules/refusal.ts'
import type { Query } from './sql.ts'

const columns = (sql: Query) => sql`
  id, code, slot, title, team, summary, organisations, members, link, talk_seconds as "talkSeconds",
  questions_seconds as "questionsSeconds", skipped, warm_up as "warmUp", table_label as "table", ready, disqualified,
  page_seconds as "pageSeconds", slides,
  (select p.digest from pictures p where p.event_id = entries.event_id and p.entry_id = entries.id) as "pictureDigest",
  (select f.id from films f where f.entry_id = entries.id and f.complete) as "filmId"`

export async function listEntries(sql: Query, eventId: string): Promise<StoredEntry[]> {
  return sql<StoredEntry[]>`select ${columns(sql)} from entries where event_id = ${eventId} order by slot`
}

export async function getEntry(sql: Query, eventId: string, entryId: string): Promise<StoredEntry> {
  const [row] = await sql<StoredEntry[]>`
    select ${columns(sql)} from entries where event_id = ${eventId} and id = ${entryId}`
  return row ?? refuse('no-such-entry')
}

export const entriesColumn = (sql: Query) => sql`
  (select coalesce(json_agg(json_build_object(
      'id', n.id, 'code', n.code, 'slot', n.slot, 'title', n.title, 'team', n.team, 'summary', n.summary,
      'organisations', n.organisations, 'members', n.members, 'link', n.link, 'talkSeconds', n.talk_seconds,
      'questionsSeconds', n.questions_seconds, 'skipped', n.skipped, 'warmUp', n.warm_up, 'table', n.table_label, 'ready', n.ready, 'disqualified', n.disqualified,
      'pageSeconds', n.page_seconds, 'slides', n.slides,
      'pictureDigest', (select p.digest from pictures p where p.event_id = e.id and p.entry_id = n.id),
      'filmId', (select f.id from films f where f.entry_id = n.id and f.complete)) order by n.slot), '[]')
    from entries n where n.event_id = e.id)`

export async function insertEntry(
  tx: Query,
  eventId: string,
  entry: Pick<
    StoredEntry,
    'id' | 'code' | 'title' | 'team' | 'summary' | 'organisations' | 'members' | 'link' | 'warmUp' | 'table'
  >,
): Promise<StoredEntry> {
  const [row] = await tx<StoredEntry[]>`
    insert into entries (id, event_id, code, slot, title, team, summary, organisations, members, link, warm_up, table_label)
    values (${entry.id}, ${eventId}, ${entry.code}, (select coalesce(max(slot), 0) + 1 from entries where event_id = ${eventId}),
      ${entry.title}, ${entry.team}, ${entry.summary}, ${entry.organisations}, ${entry.members}, ${entry.link}, ${entry.warmUp},
      ${entry.table})
    returning ${columns(tx)}`
  return row!
}

/** Raises the judging version when the entry becomes a warm-up or stops being one: ballots are checked against it. */
export async function saveEntry(tx: Query, entry: StoredEntry): Promise<void> {
  await tx`
    with judging_change as (
      update events set judging_version = judging_version + 1
      from entries n where n.id = ${entry.id} and events.id = n.event_id and n.warm_up <> ${entry.warmUp}
    )
    update entries set title = ${entry.title}, team = ${entry.team}, summary = ${entry.summary},
      organisations = ${entry.organisations}, members = ${entry.members}, link = ${entry.link},
      talk_seconds = ${entry.talkSeconds}, questions_seconds = ${entry.questionsSeconds}, skipped = ${entry.skipped},
      warm_up = ${entry.warmUp}, table_label = ${entry.table}, page_seconds = ${entry.pageSeconds}
    where id = ${entry.id}`
}

/** `update`: `counts` reaches the screens that follow counts, `stage` the phones as well. */
export async function saveReady(tx: Query, entryId: string, ready: boolean, update: 'counts' | 'stage'): Promise<void> {
  await tx`
    update entries set ready = ${ready} where id = ${entryId} and ready <> ${ready}
    returning ${notifyOf(tx, update, tx`event_id`)}`
}

export async function saveDisqualification(tx: Query, entryId: string, reason: string | null): Promise<void> {
  await tx`update entries set disqualified = ${reason} where id = ${entryId}`
}

export async function deleteEntry(tx: Query, eventId: string, entryId: string): Promise<void> {
  await tx`
    with removed as (delete from entries where id = ${entryId} returning event_id, code)
    update events set retired_entry_codes = array_append(retired_entry_codes, removed.code)
    from removed where events.id = removed.event_id`
  const remaining = await listEntries(tx, eventId)
  await saveRunningOrder(
    tx,
    eventId,
    remaining.map((entry) => entry.id),
  )
}

export async function saveRunningOrder(tx: Query, eventId: string, entryIds: string[]): Promise<void> {
  await tx`
    update entries set slot = o.slot
    from unnest(${entryIds}::text[]) with ordinality as o (id, slot)
    where entries.id = o.id and entries.event_id = ${eventId}`
}
