import type { HistoryLine } from '../../schema/history.ts'
import type { Judge } from '../../schema/judge.ts'
import type { Record, Result } from '../../schema/result.ts'
import { decidedIds } from './casting-votes.ts'

export function buildRecord(
  result: Result,
  history: HistoryLine[],
  judges: Pick<Judge, 'status' | 'mergedInto'>[],
): Record {
  const listTimes = (what: string) => history.filter((line) => line.what === what).map((line) => line.at)
  const publication = history.findLast((line) => line.what === 'publish')
  const votes = history
    .filter((line) => line.what === 'casting-vote')
    .map(({ at, detail }) => ({
      at,
      entryIds: Array.isArray(detail.entryIds) ? detail.entryIds.map(String) : [],
      by: String(detail.by ?? 'The chair'),
      reason: String(detail.reason ?? ''),
      joint: detail.joint === true,
    }))
  return {
    result,
    times: {
      opened: listTimes('open-doors')[0] ?? null,
      closed: listTimes('close-scoring').at(-1) ?? null,
      reopened: listTimes('reopen-scoring'),
      revealed: listTimes('start-reveal').at(-1) ?? null,
      published: publication?.at ?? null,
    },
    castingVotes: votes.map((vote, at) => ({
      ...vote,
      counts: decidedIds(result.standings, votes, at).length > 0,
    })),
    // Results of earlier releases do not hold the number.
    removedJudges:
      result.counted.removedJudges ??
      judges.filter(({ status, mergedInto }) => status === 'removed' && mergedInto === null).length,
    releasedBy: String(publication?.detail.by ?? ''),
  }
}
