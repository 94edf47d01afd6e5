import type { Ballot } from '../../schema/ballot.ts'
import type { BallotEdit, HistoryLine } from '../../schema/history.ts'
import type { Judge } from '../../schema/judge.ts'
import { listBallotsOfJudge } from '../ballots.ts'
import { listBallotHistory, listHistory } from '../history.ts'
import type { Query } from '../sql.ts'

export type JudgeData = {
  judge: Judge
  /** The personal links, without their keys, also those that no longer work. */
  links: { madeAt: string; sentAt: string | null; firstUsedAt: string | null; stoppedAt: string | null }[]
  phoneLastSeenAt: string | null
  ballots: Ballot[]
  ballotEdits: Omit<BallotEdit, 'judgeId'>[]
  decisions: Pick<HistoryLine, 'at' | 'what'>[]
}

type LinkRow = { madeAt: Date; sentAt: Date | null; firstUsedAt: Date | null; stoppedAt: Date | null }

/** Everything that is stored of one judge. A line of the history may name others, so it is given as its time and kind alone. */
export async function readJudgeData(sql: Query, eventId: string, judge: Judge): Promise<JudgeData> {
  const links = await sql<LinkRow[]>`
    select created_at as "madeAt", sent_at as "sentAt", used_at as "firstUsedAt", revoked_at as "stoppedAt"
    from keys where event_id = ${eventId} and judge_id = ${judge.id} order by created_at, hash`
  const [seen] = await sql<{ at: Date | null }[]>`select seen_at as at from judges where id = ${judge.id}`
  const edits = await listBallotHistory(sql, eventId)
  const history = await listHistory(sql, eventId)
  return {
    judge,
    links: links.map(({ madeAt, sentAt, firstUsedAt, stoppedAt }) => ({
      madeAt: madeAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      firstUsedAt: firstUsedAt?.toISOString() ?? null,
      stoppedAt: stoppedAt?.toISOString() ?? null,
    })),
    phoneLastSeenAt: seen?.at?.toISOString() ?? null,
    ballots: await listBallotsOfJudge(sql, judge.id),
    ballotEdits: edits.filter(({ judgeId }) => judgeId === judge.id).map(({ judgeId: _, ...edit }) => edit),
    decisions: history
      .filter(({ detail }) => detail.judgeId === judge.id || detail.otherId === judge.id || detail.by === judge.name)
      .map(({ at, what }) => ({ at, what })),
  }
}
