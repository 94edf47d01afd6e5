import type { HistoryLine } from '../../schema/award.ts'
import type { Judge } from '../../schema/judge.ts'
import type { Record, Result } from '../../schema/result.ts'

/** The one-page record, told from the history: what was pressed when, what the chair decided, and who released it. */
export function recordOf(result: Result, history: HistoryLine[], judges: Pick<Judge, 'status'>[]): Record {
  const times = (what: string) => history.filter((line) => line.what === what).map((line) => line.at)
  const published = history.findLast((line) => line.what === 'publish')
  return {
    result,
    times: {
      opened: times('open-doors')[0] ?? null,
      closed: times('close-scoring').at(-1) ?? null,
      reopened: times('reopen-scoring'),
      revealed: times('start-reveal').at(-1) ?? null,
      published: published?.at ?? null,
    },
    castingVotes: history
      .filter((line) => line.what === 'casting-vote')
      .map(({ at, detail }) => ({
        at,
        entryIds: Array.isArray(detail.entryIds) ? detail.entryIds.map(String) : [],
        by: String(detail.by ?? 'The chair'),
        reason: String(detail.reason ?? ''),
        joint: detail.joint === true,
      })),
    // Results of earlier releases do not hold the number.
    removedJudges: result.counted.removedJudges ?? judges.filter((judge) => judge.status === 'removed').length,
    releasedBy: String(published?.detail.by ?? ''),
  }
}
