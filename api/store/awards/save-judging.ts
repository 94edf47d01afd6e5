import {
  assignChallengeIds,
  challengesAction,
  type Judging,
  refitJudging,
} from '../../rules/ballot/challenge-change.ts'
import { checkConsent } from '../../rules/ballot/change-cost.ts'
import { checkPermission } from '../../rules/permissions.ts'
import type { Cost } from '../../schema/judging/cost.ts'
import { listBallotMarks, listScoredCriteria, saveBallotMarks } from '../ballots.ts'
import type { Change } from '../change-event.ts'
import { getEvent } from '../events.ts'
import { saveChallenges } from './challenges.ts'

/** Refuses a change that costs ballots or scores, unless `accept` is that cost. */
export async function saveJudging(
  { tx, event, record }: Change,
  before: Judging,
  after: Judging,
  accept: Cost | undefined,
) {
  checkPermission(challengesAction(before, after), event)
  const challenges =
    event.show.phase === 'setup'
      ? assignChallengeIds({ ...before, challenges: [] }, after.challenges, [])
      : assignChallengeIds(before, after.challenges, await listScoredCriteria(tx, event.id))
  const { changed, cost } = refitJudging(before, { ...after, challenges }, await listBallotMarks(tx, event.id))
  checkConsent(cost, accept)
  await saveChallenges(tx, event.id, challenges, after.challengeOnlyIds)
  await saveBallotMarks(tx, changed)
  record('change-challenges', {
    challenges: challenges.map(({ id, name, judgeIds, entryIds, criteria }) => ({
      ...{ id, name, judgeIds, entryIds },
      criteria: criteria.map(({ id, name, min, max, weight }) => ({ id, name, min, max, weight })),
    })),
    challengeOnlyIds: after.challengeOnlyIds,
    ...(accept && { cost }),
  })
  return (await getEvent(tx, event.slug)).challenges
}
