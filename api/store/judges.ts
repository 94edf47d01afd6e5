import type { Judge, JudgeStatus } from '../schema/judge.ts'
import { type Query, tell } from './sql.ts'

const columns = (sql: Query) => sql`id, name, role, organisation, status, away`

export async function listJudges(sql: Query, eventId: string): Promise<Judge[]> {
  return sql<Judge[]>`select ${columns(sql)} from judges where event_id = ${eventId} order by joined_at, id`
}

export async function findJudge(sql: Query, eventId: string, judgeId: string): Promise<Judge | undefined> {
  const [row] = await sql<Judge[]>`select ${columns(sql)} from judges where event_id = ${eventId} and id = ${judgeId}`
  return row
}

/** How many are on the panel or wait for it. */
export async function countPanel(sql: Query, eventId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from judges where event_id = ${eventId} and status <> 'removed'`
  return row!.count
}

/** Many that come in one transaction keep the order in which they came. */
export async function addJudge(tx: Query, eventId: string, judge: Judge): Promise<Judge> {
  await tx`
    insert into judges (id, event_id, name, role, organisation, status, away, joined_at)
    values (${judge.id}, ${eventId}, ${judge.name}, ${judge.role}, ${judge.organisation}, ${judge.status},
      ${judge.away}, clock_timestamp())`
  await tell(tx, eventId, 'count')
  return judge
}

/** These judges' phones are listening now; whoever watches the panel is told. */
export async function sawJudges(sql: Query, judgeIds: string[]): Promise<void> {
  await sql`
    with held as (
      select id from judges where id = any (${judgeIds}::text[]) order by id for update
    ), seen as (
      update judges set seen_at = now() where id in (select id from held) returning event_id
    )
    select pg_notify('updates', event_id || ' count') from (select distinct event_id from seen) as s`
}

/** Another name, role or organisation. Tells the judge's own phone. */
export async function saveJudgeWords(tx: Query, eventId: string, judge: Judge): Promise<Judge> {
  await tx`
    update judges set name = ${judge.name}, role = ${judge.role}, organisation = ${judge.organisation}
    where event_id = ${eventId} and id = ${judge.id}`
  await tell(tx, eventId, `judge ${judge.id}`)
  return judge
}

/** Undefined when the event has no such judge. Tells the judge's own phone, and everyone who counts judges. */
export async function saveJudgeStanding(
  tx: Query,
  eventId: string,
  judgeId: string,
  change: { status?: JudgeStatus; away?: boolean },
): Promise<Judge | undefined> {
  const [row] = await tx<Judge[]>`
    update judges set status = coalesce(${change.status ?? null}, status), away = coalesce(${change.away ?? null}, away)
    where event_id = ${eventId} and id = ${judgeId}
    returning ${columns(tx)}`
  if (row) await tell(tx, eventId, `judge ${judgeId}`)
  return row
}
