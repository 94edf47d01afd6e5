import type { Ballot, BallotReference } from '../schema/ballot.ts'
import type { Query } from './sql.ts'

type StandingRow = Omit<Ballot, 'editedAt' | 'savedAt'> & { editedAt: Date; savedAt: Date }

export const toBallot = ({ editedAt, savedAt, ...rest }: StandingRow): Ballot => ({
  ...rest,
  editedAt: editedAt.toISOString(),
  savedAt: savedAt.toISOString(),
})

export async function listBallotsOfJudge(sql: Query, judgeId: string): Promise<Ballot[]> {
  const rows = await sql<StandingRow[]>`
    select entry_id as "entryId", scores, comment, recused, complete, source, edited_at as "editedAt",
      saved_at as "savedAt"
    from ballots where judge_id = ${judgeId}`
  return rows.map(toBallot)
}

/** Every ballot of admitted judges, always in the same order. */
export async function listCountedBallots(sql: Query, eventId: string): Promise<(Ballot & { judgeId: string })[]> {
  const rows = await sql<(StandingRow & { judgeId: string })[]>`
    select b.judge_id as "judgeId", b.entry_id as "entryId", b.scores, b.comment, b.recused, b.complete,
      b.source, b.edited_at as "editedAt", b.saved_at as "savedAt"
    from ballots b
    join judges j on j.id = b.judge_id and j.status = 'admitted'
    where b.event_id = ${eventId}
    order by b.judge_id, b.entry_id`
  return rows.map((row) => ({ judgeId: row.judgeId, ...toBallot(row) }))
}

export async function countBallots(sql: Query, entryId: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from ballots where entry_id = ${entryId}`
  return row!.n
}

export type BallotMarks = Pick<Ballot, 'entryId' | 'scores' | 'recused' | 'complete'> & { judgeId: string }

export async function listBallotMarks(sql: Query, eventId: string): Promise<BallotMarks[]> {
  return sql<BallotMarks[]>`
    select judge_id as "judgeId", entry_id as "entryId", scores, recused, complete from ballots where event_id = ${eventId}`
}

/** For a changed rubric only: edit times and history stay as they were. */
export async function saveBallotMarks(tx: Query, ballots: BallotMarks[]): Promise<void> {
  await tx`
    update ballots b set scores = m.scores, complete = m.complete
    from jsonb_to_recordset(${tx.json(ballots)}) as m ("judgeId" text, "entryId" text, scores jsonb, complete boolean)
    where b.judge_id = m."judgeId" and b.entry_id = m."entryId"`
}

export async function listScoredCriteria(sql: Query, eventId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select distinct jsonb_object_keys(scores) as id from ballot_history where event_id = ${eventId}`
  return rows.map((row) => row.id)
}

export async function listBallotReferences(sql: Query, eventId: string): Promise<BallotReference[]> {
  return sql<BallotReference[]>`
    select judge_id as "judgeId", entry_id as "entryId", source from ballots where event_id = ${eventId}
    order by judge_id, entry_id`
}

export async function findBallot(sql: Query, judgeId: string, entryId: string): Promise<Ballot | undefined> {
  const [row] = await sql<StandingRow[]>`
    select entry_id as "entryId", scores, comment, recused, complete, source, edited_at as "editedAt",
      saved_at as "savedAt"
    from ballots where judge_id = ${judgeId} and entry_id = ${entryId}`
  return row && toBallot(row)
}
