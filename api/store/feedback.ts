import type { StoredComment } from '../rules/result/feedback.ts'
import type { Decision } from '../schema/feedback.ts'
import type { Query } from './sql.ts'

export async function listComments(sql: Query, eventId: string): Promise<StoredComment[]> {
  return sql<StoredComment[]>`
    select b.entry_id as "entryId", b.judge_id as "judgeId", b.comment,
      left(encode(sha256(convert_to(b.comment, 'UTF8')), 'hex'), 16) as digest,
      case when f.judge_id is not null
        then json_build_object('state', f.state, 'words', f.words, 'digest', f.comment_digest) end as decided
    from ballots b
    join judges j on j.id = b.judge_id and j.status = 'admitted'
    join entries n on n.id = b.entry_id
    left join feedback f on f.judge_id = b.judge_id and f.entry_id = b.entry_id
    where b.event_id = ${eventId} and b.comment <> '' and not b.recused
    order by n.slot, j.joined_at, j.id`
}

export async function saveDecisions(tx: Query, eventId: string, decisions: (Decision & { words: string })[]) {
  for (const { entryId, judgeId, digest, state, words } of decisions)
    if (state === 'waiting') await tx`delete from feedback where judge_id = ${judgeId} and entry_id = ${entryId}`
    else
      await tx`
        insert into feedback (judge_id, entry_id, event_id, state, words, comment_digest)
        values (${judgeId}, ${entryId}, ${eventId}, ${state}, ${words}, ${digest})
        on conflict (judge_id, entry_id) do update
          set state = excluded.state, words = excluded.words, comment_digest = excluded.comment_digest, decided_at = now()`
}
