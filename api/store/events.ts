import type { JSONValue } from 'postgres'
import { publish } from '../live/updates.ts'
import type { StoredEntry } from '../rules/event/entry.ts'
import { refuse } from '../rules/refusal.ts'
import { freshShow, type Show } from '../rules/show/apply-cue.ts'
import type { Draw } from '../schema/entry.ts'
import type { Admission, Event, GalleryPublic, Interpreter, Method, Publishes, Scoring } from '../schema/event.ts'
import type { Criterion } from '../schema/judging/criterion.ts'
import { challengesColumn } from './awards/challenges.ts'
import { entriesColumn } from './entries.ts'
import type { Query } from './sql.ts'

/** An event as stored, with the show that cues change. */
export type StoredEvent = Omit<Event, 'joinUrl' | 'phase' | 'picture' | 'rehearsal' | 'peopleRemovalAt'> & {
  /** The id of the event that this one rehearses. */
  rehearsalOf: string | null
  pictureDigest: string | null
  /** When the event entered its phase. */
  phaseSince: string
  show: Show
  version: number
  lineUpVersion: number
  /** Grows when the rubric changes, or which entries are scored. */
  judgingVersion: number
}

type Row = Omit<StoredEvent, 'startsAt' | 'show' | 'phaseSince' | 'peopleRemovedAt'> & {
  startsAt: Date | null
  phaseSince: Date
  peopleRemovedAt: Date | null
  show: Omit<Show, 'phase'>
  phase: Show['phase']
}

const columns = (sql: Query) => sql`
  e.id, e.slug, e.code, e.name, e.venue, e.starts_at as "startsAt", e.time_zone as "timeZone",
  e.talk_seconds as "talkSeconds", e.questions_seconds as "questionsSeconds", e.admission, e.method, e.places,
  e.criterion_awards as "criterionAwards", e.award_order as "awardOrder",
  e.one_award_per_team as "oneAwardPerTeam", e.publishes, e.scoring, e.gallery_public as "galleryPublic",
  e.captions, e.interpreter, e.keep_people_days as "keepPeopleDays", e.phase_since as "phaseSince", e.people_removed_at as "peopleRemovedAt",
  e.entries_frozen as "entriesFrozen", e.draw, e.phase, e.show, e.version,
  e.line_up_version as "lineUpVersion", e.judging_version as "judgingVersion", e.rehearsal_of as "rehearsalOf",
  (select p.digest from pictures p where p.event_id = e.id and p.entry_id is null) as "pictureDigest",
  (select coalesce(json_agg(json_build_object(
      'id', c.id, 'name', c.name, 'description', c.description, 'min', c.min, 'max', c.max,
      'weight', c.weight, 'levels', c.levels) order by c.place), '[]')
    from criteria c where c.event_id = e.id) as criteria,
  ${challengesColumn(sql)} as challenges`

function toEvent({ phase, show, startsAt, phaseSince, peopleRemovedAt, ...rest }: Row): StoredEvent {
  return {
    ...rest,
    startsAt: startsAt?.toISOString() ?? null,
    phaseSince: phaseSince.toISOString(),
    peopleRemovedAt: peopleRemovedAt?.toISOString() ?? null,
    show: { ...show, phase },
  }
}

export async function getEvent(sql: Query, slug: string): Promise<StoredEvent> {
  const [row] = await sql<Row[]>`select ${columns(sql)} from events e where e.slug = ${slug}`
  return row ? toEvent(row) : refuse('no-such-event')
}

export async function getEventId(sql: Query, slug: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select id from events where slug = ${slug}`
  return row?.id ?? refuse('no-such-event')
}

export async function findEventById(sql: Query, id: string): Promise<StoredEvent | undefined> {
  const [row] = await sql<Row[]>`select ${columns(sql)} from events e where e.id = ${id}`
  return row && toEvent(row)
}

/** The event and its entries, read at one moment. */
export async function getLineUp(sql: Query, slug: string): Promise<{ event: StoredEvent; entries: StoredEntry[] }> {
  const [row] = await sql<(Row & { entries: StoredEntry[] })[]>`
    select ${columns(sql)}, ${entriesColumn(sql)} as entries from events e where e.slug = ${slug}`
  if (!row) return refuse('no-such-event')
  const { entries, ...event } = row
  return { event: toEvent(event), entries }
}

/**
 * Locks the event's row until the transaction ends; every change goes through here, one at a time. `no key update`, because an insert that
 * only refers to the event, as a rehearsal's does, would otherwise deadlock with this lock.
 */
export async function lockEvent(tx: Query, slug: string): Promise<StoredEvent> {
  const [row] = await tx<Row[]>`select ${columns(tx)} from events e where e.slug = ${slug} for no key update of e`
  return row ? toEvent(row) : refuse('no-such-event')
}

/** Without rehearsals, which belong to their events. */
export async function listEvents(sql: Query): Promise<StoredEvent[]> {
  const rows = await sql<
    Row[]
  >`select ${columns(sql)} from events e where e.rehearsal_of is null order by e.created_at desc`
  return rows.map(toEvent)
}

export async function listRunningShows(sql: Query): Promise<{ slug: string }[]> {
  return sql<{ slug: string }[]>`select slug from events where phase in ('live', 'closed') order by slug`
}

/** The names of events between the doors and the publication; rehearsals are left out. */
export async function listShowsOn(sql: Query): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name
    from events
    where phase in ('live', 'closed', 'revealing') and rehearsal_of is null
    order by name
  `
  return rows.map(({ name }) => name)
}

export async function isCodeInUse(sql: Query, code: string): Promise<boolean> {
  const rows = await sql`select from events where code = ${code}`
  return rows.length > 0
}

export type NewEvent = {
  id: string
  slug: string
  code: string
  name: string
  venue: string
  startsAt: string | null
  timeZone: string | null
  talkSeconds: number
  questionsSeconds: number
  admission: Admission
  method: Method
  places: number
  criterionAwards: readonly string[]
  awardOrder: readonly string[]
  oneAwardPerTeam: boolean
  publishes: Publishes
  scoring: Scoring
  galleryPublic: GalleryPublic
  captions: boolean
  interpreter: Interpreter
  keepPeopleDays: number | null
  entriesFrozen: boolean
}

/** Undefined when the slug or the code is in use. */
export async function insertEvent(sql: Query, event: NewEvent): Promise<{ id: string } | undefined> {
  const { phase, ...show } = freshShow(event.talkSeconds * 1000)
  const [row] = await sql<{ id: string }[]>`
    insert into events (id, slug, code, name, venue, starts_at, time_zone, talk_seconds, questions_seconds, admission,
      method, places, criterion_awards, award_order, one_award_per_team, publishes, scoring, gallery_public,
      captions, interpreter, keep_people_days, entries_frozen, phase, show)
    values (${event.id}, ${event.slug}, ${event.code}, ${event.name}, ${event.venue}, ${event.startsAt}, ${event.timeZone}, ${event.talkSeconds},
      ${event.questionsSeconds}, ${event.admission}, ${event.method}, ${event.places},
      ${[...event.criterionAwards]}, ${[...event.awardOrder]}, ${event.oneAwardPerTeam}, ${event.publishes},
      ${event.scoring}, ${event.galleryPublic}, ${event.captions}, ${event.interpreter}, ${event.keepPeopleDays}, ${event.entriesFrozen}, ${phase}, ${sql.json(show as JSONValue)})
    on conflict do nothing
    returning id`
  return row
}

export async function saveEvent(tx: Query, event: StoredEvent): Promise<void> {
  await tx`
    update events set name = ${event.name}, venue = ${event.venue}, starts_at = ${event.startsAt},
      time_zone = ${event.timeZone}, talk_seconds = ${event.talkSeconds}, questions_seconds = ${event.questionsSeconds},
      admission = ${event.admission}, method = ${event.method}, places = ${event.places},
      criterion_awards = ${event.criterionAwards}, award_order = ${event.awardOrder},
      one_award_per_team = ${event.oneAwardPerTeam}, publishes = ${event.publishes}, scoring = ${event.scoring},
      gallery_public = ${event.galleryPublic}, captions = ${event.captions},
      interpreter = ${event.interpreter}, keep_people_days = ${event.keepPeopleDays},
      entries_frozen = ${event.entriesFrozen}
    where id = ${event.id}`
}

export async function saveDraw(tx: Query, eventId: string, draw: Draw): Promise<void> {
  await tx`update events set draw = ${tx.json(draw)} where id = ${eventId}`
}

/** Makes screens read the event and its entries again. A team's change leaves `version`, so that no press of the desk becomes stale. */
export async function touchLineUp(tx: Query, eventId: string, by: 'organiser' | 'team' = 'organiser'): Promise<void> {
  await tx`
    update events set version = version + ${by === 'organiser' ? 1 : 0}, line_up_version = line_up_version + 1
    where id = ${eventId}`
  await publish(tx, { kind: by === 'organiser' ? 'stage' : 'line-up', eventId })
}

export async function saveRubric(tx: Query, eventId: string, criteria: Criterion[]): Promise<void> {
  await tx`update events set judging_version = judging_version + 1 where id = ${eventId}`
  await tx`delete from criteria where event_id = ${eventId}`
  for (const [place, criterion] of criteria.entries())
    await tx`
      insert into criteria (event_id, id, place, name, description, min, max, weight, levels)
      values (${eventId}, ${criterion.id}, ${place}, ${criterion.name}, ${criterion.description}, ${criterion.min}, ${criterion.max}, ${criterion.weight},
        ${tx.json(criterion.levels)})`
}
