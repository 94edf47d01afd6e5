import { notifyOf } from '../live/updates.ts'
import type { Ballot, BallotSource } from '../schema/ballot.ts'
import { editSpanSeconds, maxEditsPerBallot } from '../schema/limits.ts'
import { findBallot, toBallot } from './ballots.ts'
import type { Query } from './sql.ts'

export type CheckedBallot = {
  eventId: string
  judgeId: string
  entryId: string
  scores: Record<string, number>
  comment: string
  recused: boolean
  complete: boolean
  source: BallotSource
  /** Whether a ballot from paper may replace one that a phone sent. */
  overPhone: boolean
  editedAt: Date
  /** The event's judging version when the ballot was checked. */
  judgingVersion: number
}

/**
 * The ballot that stands afterwards: this one or a newer one. Null when it was not saved: scoring closed, the entry not open, the judge
 * removed, or the rubric changed since the check.
 */
export type BallotOutcome = Ballot | null

const editSpan = `${editSpanSeconds} seconds`

/**
 * Saves a batch in one statement, so in one commit. A batch holds at most one ballot of a judge for an entry. The event's row is locked
 * `for share` and the cue that closes scoring updates it, so that on any number of instances a ballot is either committed before the close
 * or not saved. A ballot that was checked against an older judging version is not saved either. A ballot copied from paper also adds a line
 * to the event's history, because the organiser acted.
 *
 * The ballot's own history is bounded, or a few keys that tap without pause would fill the disk: an edit replaces the latest one of the same
 * ten seconds, and always once there are `maxEditsPerBallot`, so that the first edits and the newest remain. Only the newest edit keeps its
 * comment. The edit that stood when scoring closed is never replaced: the later reopening ends its span.
 */
export async function saveBallots(sql: Query, ballots: CheckedBallot[], instance: string): Promise<BallotOutcome[]> {
  const rows = await sql<{ accepted: boolean; savedAt: Date | null }[]>`
    with batch as materialized (
      select * from unnest(
        ${ballots.map((ballot) => ballot.eventId)}::text[], ${ballots.map((ballot) => ballot.judgeId)}::text[],
        ${ballots.map((ballot) => ballot.entryId)}::text[], ${ballots.map((ballot) => JSON.stringify(ballot.scores))}::text[],
        ${ballots.map((ballot) => ballot.comment)}::text[], ${ballots.map((ballot) => String(ballot.recused))}::text[],
        ${ballots.map((ballot) => String(ballot.complete))}::text[], ${ballots.map((ballot) => ballot.source)}::text[],
        ${ballots.map((ballot) => ballot.editedAt.toISOString())}::text[], ${ballots.map((ballot) => ballot.judgingVersion)}::integer[],
        ${ballots.map((ballot) => String(ballot.overPhone))}::text[]
      ) with ordinality as g (event_id, judge_id, entry_id, scores, comment, recused, complete, source, edited_at, version,
        over_phone, n)
    ), locked as materialized (
      select id, phase, show, version, judging_version from events
      where id in (select event_id from batch)
      order by id
      for share
    ), accepted as materialized (
      select g.* from batch g
      join locked on locked.id = g.event_id and locked.phase = 'live' and 
        (locked.show -> 'shownIds' ? g.entry_id or coalesce(locked.show -> 'opened' -> 'entryIds' ? g.entry_id, false))
        and locked.judging_version = g.version
      join judges j on j.id = g.judge_id and j.status = 'admitted'
      order by g.judge_id, g.entry_id
    ), saved as (
      insert into ballots as b (judge_id, entry_id, event_id, scores, comment, recused, complete, source, edited_at,
        saved_at)
      select judge_id, entry_id, event_id, scores::jsonb, comment, recused::boolean, complete::boolean, source,
        edited_at::timestamptz, clock_timestamp()
      from accepted
      on conflict (judge_id, entry_id) do update
        set scores = excluded.scores, comment = excluded.comment, recused = excluded.recused,
          complete = excluded.complete, source = excluded.source, edited_at = excluded.edited_at,
          saved_at = excluded.saved_at
        where b.edited_at < excluded.edited_at and (excluded.source = 'phone' or b.source = 'paper' or exists (
          select from accepted t
          where t.judge_id = excluded.judge_id and t.entry_id = excluded.entry_id and t.over_phone::boolean))
      returning *
    ), latest as materialized (
      select s.judge_id, s.entry_id, h.id, h.stored >= ${maxEditsPerBallot} or (h.source = s.source and
        date_bin(${editSpan}::interval, h.saved_at, timestamptz 'epoch') = date_bin(${editSpan}::interval, s.saved_at, timestamptz 'epoch')
        ) as same_span
      from saved s
      cross join lateral (
        select id, saved_at, source, count(*) over () as stored from ballot_history
        where judge_id = s.judge_id and entry_id = s.entry_id
        order by id desc limit 1
      ) as h
      where not exists (
        select from event_history where event_id = s.event_id and what = 'reopen-scoring' and at > h.saved_at)
    ), replaced as (
      update ballot_history h set scores = s.scores, comment = s.comment, recused = s.recused, source = s.source,
        edited_at = s.edited_at, saved_at = s.saved_at, instance = ${instance}
      from latest l
      join saved s on s.judge_id = l.judge_id and s.entry_id = l.entry_id
      where l.same_span and h.id = l.id
    ), superseded as (
      update ballot_history h set comment = '' from latest l where not l.same_span and h.id = l.id and h.comment <> ''
    ), appended as (
      insert into ballot_history (event_id, judge_id, entry_id, scores, comment, recused, source, edited_at, saved_at,
        instance)
      select s.event_id, s.judge_id, s.entry_id, s.scores, s.comment, s.recused, s.source, s.edited_at, s.saved_at,
        ${instance}
      from saved s
      left join latest l on l.judge_id = s.judge_id and l.entry_id = s.entry_id and l.same_span
      where l.id is null
    ), ${ballots.some((ballot) => ballot.source === 'paper') ? copiedFromPaper(sql, instance) : sql``}
    notified as materialized (
      select count(${notifyOf(sql, 'counts', sql`event_id`)}) from (select distinct event_id from saved) as s
    )
    select accepted.n is not null as accepted, saved.saved_at as "savedAt", (select * from notified) as notified
    from batch g
    left join accepted on accepted.n = g.n
    left join saved on saved.judge_id = g.judge_id and saved.entry_id = g.entry_id
    order by g.n`
  return Promise.all(
    rows.map(async ({ accepted, savedAt }, n) => {
      const { eventId: _event, judgingVersion: _version, overPhone: _over, judgeId, ...ballot } = ballots[n]!
      if (savedAt) return toBallot({ ...ballot, savedAt })
      // Accepted but not written: a newer edit or a phone's ballot stands, which this statement's snapshot may not show.
      return accepted ? ((await findBallot(sql, judgeId, ballot.entryId)) ?? null) : null
    }),
  )
}

const copiedFromPaper = (sql: Query, instance: string) => sql`
    copied as (
      insert into event_history (event_id, version, what, detail, instance)
      select s.event_id, locked.version, 'copy-paper', json_build_object('judgeId', s.judge_id, 'entryId', s.entry_id),
        ${instance}
      from saved s
      join locked on locked.id = s.event_id
      where s.source = 'paper'
    ),`
