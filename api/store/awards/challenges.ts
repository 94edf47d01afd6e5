import { publish } from '../../live/updates.ts'
import type { Challenge } from '../../schema/judging/challenge.ts'
import type { Query } from '../sql.ts'

/** The challenges of the event `e`, as JSON. */
export const challengesColumn = (sql: Query) => sql`
  (select coalesce(json_agg(json_build_object(
      'id', h.id, 'name', h.name, 'description', h.description, 'givenBy', h.given_by,
      'judgeIds', (select coalesce(json_agg(x.judge_id order by x.judge_id), '[]')
        from challenge_judges x where x.challenge_id = h.id),
      'entryIds', (select coalesce(json_agg(x.entry_id order by x.entry_id), '[]')
        from challenge_entries x where x.challenge_id = h.id),
      'criteria', h.criteria) order by h.place), '[]')
    from challenges h where h.event_id = e.id)`

export async function listChallengeOnlyIds(sql: Query, eventId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from judges where event_id = ${eventId} and challenge_only order by id`
  return rows.map((row) => row.id)
}

/** Also grows the judging version: a ballot that was checked against the earlier questions is checked again. */
export async function saveChallenges(
  tx: Query,
  eventId: string,
  challenges: Challenge[],
  challengeOnlyIds: string[],
): Promise<void> {
  await tx`update events set judging_version = judging_version + 1 where id = ${eventId}`
  const changed = await tx<{ id: string }[]>`
    update judges set challenge_only = not challenge_only
    where event_id = ${eventId} and challenge_only <> (id = any (${challengeOnlyIds}::text[]))
    returning id`
  for (const { id } of changed) await publish(tx, { kind: 'judge', eventId, judgeId: id })
  await insertChallenges(tx, eventId, challenges)
}

/** In place of those that are stored. */
export async function insertChallenges(tx: Query, eventId: string, challenges: Challenge[]): Promise<void> {
  await tx`delete from challenges where event_id = ${eventId}`
  for (const [place, { id, name, description, givenBy, judgeIds, entryIds, criteria }] of challenges.entries()) {
    await tx`
      insert into challenges (id, event_id, place, name, description, given_by, criteria)
      values (${id}, ${eventId}, ${place}, ${name}, ${description}, ${givenBy}, ${tx.json(criteria)})`
    await tx`
      insert into challenge_judges (challenge_id, event_id, judge_id)
      select ${id}, ${eventId}, unnest(${judgeIds}::text[])`
    await tx`
      insert into challenge_entries (challenge_id, event_id, entry_id)
      select ${id}, ${eventId}, unnest(${entryIds}::text[])`
  }
}

/** The judge who stays judges what the other did. */
export async function mergeChallengeJudges(tx: Query, judgeId: string, otherId: string): Promise<void> {
  await tx`
    insert into challenge_judges (challenge_id, event_id, judge_id)
    select challenge_id, event_id, ${judgeId} from challenge_judges where judge_id = ${otherId}
    on conflict do nothing`
  await tx`
    update judges j set challenge_only = j.challenge_only and o.challenge_only
    from judges o where j.id = ${judgeId} and o.id = ${otherId}`
}
