import type { Visits } from '../../rules/show/where-next.ts'
import type { JudgeStatus } from '../../schema/judge.ts'
import type { Query } from '../sql.ts'

/** A judge who was sent to an entry longer ago than this has gone elsewhere. */
const onTheWayMinutes = 12

/** By entry, in running order: judges of the panel who have finished its ballot, and others who were sent there and have not. */
export async function listVisits(sql: Query, eventId: string, exceptJudgeId: string | null): Promise<Visits[]> {
  return sql<Visits[]>`
    select n.id as "entryId",
      (select count(*)::int from ballots b join judges j on j.id = b.judge_id and j.status = 'admitted' and not j.challenge_only
        where b.entry_id = n.id and b.complete) as finished,
      (select count(*)::int from judges j
        where j.event_id = n.event_id and j.sent_to = n.id and j.id is distinct from ${exceptJudgeId}
          and j.sent_at > now() - make_interval(mins => ${onTheWayMinutes}) and j.status = 'admitted' and not j.away
          and not exists (select from ballots b
            where b.judge_id = j.id and b.entry_id = n.id and (b.complete or b.recused))) as "onTheWay"
    from entries n where n.event_id = ${eventId} order by n.slot`
}

export type JudgeWalk = {
  status: JudgeStatus
  challengeOnly: boolean
  /** Its place among the judges of the event, by the time of joining; from 0. */
  number: number
  finishedIds: string[]
  lastId: string | null
  sentTo: string | null
}

export async function getJudgeWalk(sql: Query, eventId: string, judgeId: string): Promise<JudgeWalk> {
  const [row] = await sql<JudgeWalk[]>`
    select j.status, j.challenge_only as "challengeOnly", j.sent_to as "sentTo",
      (select count(*)::int from judges o
        where o.event_id = ${eventId} and (o.joined_at, o.id) < (j.joined_at, j.id)) as number,
      coalesce((select array_agg(b.entry_id) from ballots b
        where b.judge_id = j.id and (b.complete or b.recused)), '{}') as "finishedIds",
      (select b.entry_id from ballots b
        where b.judge_id = j.id and b.complete order by b.saved_at desc limit 1) as "lastId"
    from judges j where j.id = ${judgeId}`
  return row!
}

/** One judge at a time is sent, so that two who ask at once are not sent to the same entry. Held until the transaction ends. */
export async function lockWalks(tx: Query, eventId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('walks'), hashtext(${eventId}))`
}

export async function saveSentTo(tx: Query, judgeId: string, entryId: string | null): Promise<void> {
  await tx`update judges set sent_to = ${entryId}, sent_at = now() where id = ${judgeId}`
}
