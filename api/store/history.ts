import type { JSONValue } from 'postgres'
import type { BallotEdit, HistoryKind, HistoryLine } from '../schema/history.ts'
import type { Query } from './sql.ts'

/** Rows of the history are never deleted. */
export async function recordHistory(
  tx: Query,
  line: { eventId: string; version: number | null; what: HistoryKind; detail: JSONValue; instance: string },
): Promise<void> {
  await tx`
    insert into event_history (event_id, version, what, detail, instance)
    values (${line.eventId}, ${line.version}, ${line.what}, ${tx.json(line.detail)}, ${line.instance})`
}

export async function listHistory(sql: Query, eventId: string): Promise<HistoryLine[]> {
  const rows = await sql<(Omit<HistoryLine, 'at'> & { at: Date })[]>`
    select at, version, what, detail from event_history where event_id = ${eventId} order by id`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Every accepted edit of a ballot, in commit order. */
export async function listBallotHistory(sql: Query, eventId: string): Promise<BallotEdit[]> {
  const rows = await sql<(Omit<BallotEdit, 'editedAt' | 'savedAt'> & { editedAt: Date; savedAt: Date })[]>`
    select judge_id as "judgeId", entry_id as "entryId", scores, comment, recused, source, edited_at as "editedAt",
      saved_at as "savedAt"
    from ballot_history where event_id = ${eventId} order by id`
  return rows.map((row) => ({ ...row, editedAt: row.editedAt.toISOString(), savedAt: row.savedAt.toISOString() }))
}
