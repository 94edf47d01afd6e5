import type { JSONValue, Sql } from 'postgres'
import { refuse } from '../rules/refusal.ts'
import type { HistoryKind } from '../schema/history.ts'
import { type EventLimits, maxEditsPerBallot } from '../schema/limits.ts'
import { findBallot } from './ballots.ts'
import type { CheckedBallot } from './save-ballots.ts'
import type { Query } from './sql.ts'

/** Bytes in an archive. `byJudge` holds those of `judging` that are one judge's. */
export type EventSize = { judging: number; byJudge: Map<string, number>; history: number }
type Known = EventSize & { unmeasured: number }

/** What a ballot or an edit takes in an archive beside its scores and its comment, and a line of history beside its detail. */
const rowBytes = 260
/** Each ballot reserves room for its whole history and for its copy among what counted. */
const copiesOfScores = maxEditsPerBallot + 2
const copiesOfComment = 2

const measureAfterBytes = 16 * 1024 * 1024
const maxKnownEvents = 500

/** Lines that are recorded even when the history is full: the record and the result depend on them. */
const decisions: ReadonlySet<HistoryKind> = new Set<HistoryKind>([
  ...(['open-doors', 'close-scoring', 'reopen-scoring', 'start-reveal', 'publish', 'casting-vote'] as const),
  ...(['disqualify', 'reinstate', 'remove-entry', 'remove', 'merge-judges', 'forget-people', 'change-rubric'] as const),
])

/** Decisions that are never refused, or a full history would keep a show from its end. Each comes once, or once after a reopening. */
const endings: ReadonlySet<HistoryKind> = new Set<HistoryKind>([
  'open-doors',
  'close-scoring',
  'start-reveal',
  'publish',
])

const textBytes = (text: string) => Buffer.byteLength(JSON.stringify(text))

function ballotBytes({ scores, comment }: Pick<CheckedBallot, 'scores' | 'comment'>): number {
  const ofScores = Buffer.byteLength(JSON.stringify(scores)) + rowBytes
  return copiesOfScores * ofScores + copiesOfComment * textBytes(comment)
}

export async function measureEvent(sql: Query, eventId: string): Promise<EventSize> {
  const rows = await sql<{ judgeId: string | null; bytes: number }[]>`
    with stored as (
      select judge_id, sum(${copiesOfScores} * (octet_length(scores::text) + ${rowBytes}) + 2 * octet_length(to_json(comment)::text)) as bytes
      from ballots where event_id = ${eventId} group by judge_id
    ), edits as (
      select judge_id, sum(octet_length(scores::text) + ${rowBytes} + octet_length(to_json(comment)::text)) as bytes
      from ballot_history where event_id = ${eventId} group by judge_id
    ), words as (
      select judge_id, sum(octet_length(to_json(words)::text) + ${rowBytes}) as bytes
      from feedback where event_id = ${eventId} group by judge_id
    )
    select judge_id as "judgeId", (greatest(stored.bytes, edits.bytes) + coalesce(words.bytes, 0))::float8 as bytes
    from stored full join edits using (judge_id) full join words using (judge_id)
    union all
    select null, coalesce(sum(octet_length(detail::text) + ${rowBytes}), 0)::float8 from event_history where event_id = ${eventId}`
  const byJudge = new Map(rows.flatMap(({ judgeId, bytes }) => (judgeId === null ? [] : [[judgeId, bytes] as const])))
  const judging = [...byJudge.values()].reduce((sum, bytes) => sum + bytes, 0)
  return { judging, byJudge, history: rows.find(({ judgeId }) => judgeId === null)?.bytes ?? 0 }
}

/** For changes that copy ballots or add words to them: refuses, and so undoes, one that leaves more than an archive takes. */
export async function refuseTooLarge(tx: Query, eventId: string, { judgingBytes }: EventLimits): Promise<void> {
  if ((await measureEvent(tx, eventId)).judging > judgingBytes) refuse('event-full')
}

/**
 * How large events are, so that each fits its archive. Counting at every ballot would cost too much: an event is measured once, what comes in
 * is added to that by estimate, and it is measured again after some thousand taps. Instances do not see each other's additions until then; the
 * archive's limit leaves room for that.
 */
export function createEventSizes(sql: Sql, log: (failure: unknown) => void) {
  const known = new Map<string, Known>()
  const measuring = new Map<string, Promise<Known>>()

  function measure(eventId: string): Promise<Known> {
    const running = measuring.get(eventId)
    if (running) return running
    const started = measureEvent(sql, eventId)
      .then((size) => {
        const current = { ...size, unmeasured: 0 }
        known.delete(eventId)
        known.set(eventId, current)
        if (known.size > maxKnownEvents) known.delete(known.keys().next().value!)
        return current
      })
      .finally(() => measuring.delete(eventId))
    measuring.set(eventId, started)
    return started
  }

  function add(eventId: string, size: Known | undefined, bytes: number): void {
    if (size) size.unmeasured += bytes
    if (!size || size.unmeasured > measureAfterBytes) measure(eventId).catch(log)
  }

  return {
    /**
     * Refuses with `event-full` a ballot for which the event, or the judge's part of it, has no room. A judge may always change a ballot
     * that does not become longer.
     */
    async admitBallot(ballot: CheckedBallot, limits: EventLimits): Promise<void> {
      const { eventId, judgeId, entryId } = ballot
      const bytes = ballotBytes(ballot)
      const fits = ({ judging, byJudge }: Known) =>
        judging + bytes <= limits.judgingBytes && (byJudge.get(judgeId) ?? 0) + bytes <= limits.judgeBytes
      let size = known.get(eventId) ?? (await measure(eventId))
      if (!fits(size) && size.unmeasured > 0) size = await measure(eventId)
      if (fits(size)) {
        size.judging += bytes
        size.byJudge.set(judgeId, (size.byJudge.get(judgeId) ?? 0) + bytes)
        return add(eventId, size, bytes)
      }
      const stored = await findBallot(sql, judgeId, entryId)
      if (!stored || bytes > ballotBytes(stored))
        refuse('event-full', 'There is no room for longer comments. Make this one shorter')
    },

    /** Whether a line of history is recorded. Refuses with `event-full` a decision that could not be. */
    admitLine(eventId: string, line: { what: HistoryKind; detail: JSONValue }, limits: EventLimits): boolean {
      const size = known.get(eventId)
      const bytes = Buffer.byteLength(JSON.stringify(line.detail)) + rowBytes
      const after = (size?.history ?? 0) + bytes
      const isDecision = decisions.has(line.what)
      if (isDecision && !endings.has(line.what) && after > 1.5 * limits.historyBytes) refuse('event-full')
      if (!isDecision && after > limits.historyBytes) return false
      if (size) size.history += bytes
      add(eventId, size, bytes)
      return true
    },
  }
}

export type EventSizes = ReturnType<typeof createEventSizes>
