import type { JSONValue } from 'postgres'
import { eventTimes } from '../rules/event/rehearsal.ts'
import type { Rehearsal, RehearsalReport } from '../schema/rehearsal.ts'
import { type CopyOptions, copyEvent } from './copy.ts'
import type { StoredEvent } from './events.ts'
import type { Query } from './sql.ts'

export type RehearsalOptions = { judges: number; speed: number; byHand: boolean }

/** A copy without people, marked as the rehearsal of `source`. Undefined when its slug or code is in use. */
export async function insertRehearsalEvent(
  tx: Query,
  source: StoredEvent,
  copy: Pick<CopyOptions, 'id' | 'slug' | 'code'> & { afterVersion: number },
  { speed, byHand }: RehearsalOptions,
): Promise<{ id: string } | undefined> {
  const { afterVersion, ...fresh } = copy
  const copied = await copyEvent(tx, source, { ...fresh, name: source.name, startsAt: null, entries: true })
  if (!copied) return undefined
  const times = eventTimes(byHand ? 1 : speed)
  // Screens still open from an earlier rehearsal show the highest version, so this copy starts above it.
  await tx`
    update events e set rehearsal_of = ${source.id}, version = greatest(v.now, ${afterVersion + 1}), line_up_version = greatest(v.now, ${afterVersion + 1}),
      talk_seconds = ${times.talk(source.talkSeconds)}, questions_seconds = ${times.questions(source.questionsSeconds)}
    from (select 1 + floor(extract(epoch from now() - created_at) * 10)::integer as now from events where id = ${source.id}) as v
    where e.id = ${copied.id}`
  const entries = await tx<{ id: string; talk: number | null; questions: number | null }[]>`
    update entries set members = '{}' where event_id = ${copied.id}
    returning id, talk_seconds as talk, questions_seconds as questions`
  for (const { id, talk, questions } of entries)
    if (talk !== null || questions !== null)
      await tx`
        update entries set talk_seconds = ${talk === null ? null : times.talk(talk)},
          questions_seconds = ${questions === null ? null : times.questions(questions)}
        where id = ${id}`
  return copied
}

export async function insertRehearsal(
  tx: Query,
  eventId: string,
  { judges, speed, byHand }: RehearsalOptions,
  instance: string,
) {
  await tx`
    insert into rehearsals (event_id, judges, speed, by_hand, instance)
    values (${eventId}, ${judges}, ${speed}, ${byHand}, ${instance})`
}

/** The rehearsal of an event, on whichever instance it plays; `id` is the copy's. */
export async function findRehearsal(sql: Query, eventId: string): Promise<(Rehearsal & { id: string }) | undefined> {
  type Row = Omit<Rehearsal, 'state' | 'startedAt'> & { id: string; alive: boolean; startedAt: Date }
  // The instance that plays updates `seen_at` every other second: 20 seconds without one mean that it was killed.
  const [row] = await sql<Row[]>`
    select e.id, e.slug, r.judges, r.speed, r.by_hand as "byHand", r.said, r.report, r.started_at as "startedAt",
      r.ended_at is null and r.seen_at > now() - interval '20 seconds' as alive
    from events e join rehearsals r on r.event_id = e.id
    where e.rehearsal_of = ${eventId}`
  if (!row) return undefined
  const { alive, startedAt, ...rest } = row
  const state = row.report ? 'played' : alive ? 'playing' : 'stopped'
  return { ...rest, state, startedAt: startedAt.toISOString() }
}

/** Appends to the log; false when the rehearsal has been deleted. */
export async function saveProgress(sql: Query, eventId: string, lines: string[]): Promise<boolean> {
  const rows = await sql`
    update rehearsals set said = said || ${lines}::text[], seen_at = now() where event_id = ${eventId} returning event_id`
  return rows.length > 0
}

/** Without a report it was stopped before its end. */
export async function endRehearsal(sql: Query, eventId: string, lines: string[], report: RehearsalReport | null) {
  await sql`
    update rehearsals set said = said || ${lines}::text[], report = ${report && sql.json(report as unknown as JSONValue)},
      ended_at = now()
    where event_id = ${eventId}`
}
