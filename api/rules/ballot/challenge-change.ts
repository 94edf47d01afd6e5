import type { Ballot } from '../../schema/ballot.ts'
import type { Challenge } from '../../schema/judging/challenge.ts'
import type { Cost } from '../../schema/judging/cost.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'
import { normaliseName } from '../event/normalise-name.ts'
import { Invalid, refuse } from '../refusal.ts'
import { ballotCriteria } from './ballot-criteria.ts'
import { assignFreshIds, refitBallots, rubricAction } from './rubric-change.ts'

export type Judging = {
  criteria: Criterion[]
  challenges: Challenge[]
  challengeOnlyIds: string[]
}
type Marked = Pick<Ballot, 'entryId' | 'scores' | 'recused' | 'complete'> & { judgeId: string }

/** Names, descriptions, sponsors and the order are words; who judges what by which questions decides results. */
export function challengesAction(before: Judging, after: Judging): 'reword-challenges' | 'change-challenges' {
  const sameJudging = before.challenges.every((challenge) => {
    const other = after.challenges.find(({ id }) => id === challenge.id)
    return (
      other !== undefined &&
      hasSameIds(challenge.judgeIds, other.judgeIds) &&
      hasSameIds(challenge.entryIds, other.entryIds) &&
      rubricAction(challenge.criteria, other.criteria) === 'reword-rubric'
    )
  })
  const onlyWords =
    sameJudging &&
    before.challenges.length === after.challenges.length &&
    hasSameIds(before.challengeOnlyIds, after.challengeOnlyIds)
  return onlyWords ? 'reword-challenges' : 'change-challenges'
}

/** Refuses judges and entries that are not part of the event, warm-ups, and two challenges with one id or one name. */
export function checkChallenges(
  { challenges, challengeOnlyIds }: Pick<Judging, 'challenges' | 'challengeOnlyIds'>,
  entries: readonly { id: string; warmUp: boolean }[],
  judges: readonly { id: string }[],
): void {
  if (new Set(challenges.map(({ id }) => id)).size < challenges.length)
    refuse('invalid', 'Two challenges have the same id')
  const names = challenges.map(({ name }) => normaliseName(name))
  const repeated = names.findIndex((name, at) => names.lastIndexOf(name) > at)
  if (repeated >= 0)
    throw new Invalid([{ pointer: `/challenges/${repeated}/name`, title: 'Another challenge has this name' }])
  const knownJudges = new Set(judges.map(({ id }) => id))
  const warmUps = new Map(entries.map(({ id, warmUp }) => [id, warmUp]))
  for (const { judgeIds, entryIds } of challenges) {
    if (judgeIds.some((id) => !knownJudges.has(id))) refuse('no-such-judge')
    if (entryIds.some((id) => !warmUps.has(id))) refuse('no-such-entry')
    if (entryIds.some((id) => warmUps.get(id) === true)) refuse('warm-up')
  }
  if (challengeOnlyIds.some((id) => !knownJudges.has(id))) refuse('no-such-judge')
}

/**
 * Gives each question an id that neither the rubric nor another challenge uses, and a fresh one where `assignFreshIds` does. `scored`: every
 * id that has ever had a score.
 */
export function assignChallengeIds(
  before: Pick<Judging, 'criteria' | 'challenges'>,
  after: Challenge[],
  scored: string[],
): Challenge[] {
  const usedIds = new Set(before.criteria.map(({ id }) => id))
  return after.map((challenge) => {
    const own = before.challenges.find(({ id }) => id === challenge.id)?.criteria ?? []
    const foreign = scored.filter((id) => !own.some((criterion) => criterion.id === id))
    const criteria = assignFreshIds(own, challenge.criteria, [...foreign, ...usedIds])
    for (const { id } of criteria) usedIds.add(id)
    return { ...challenge, criteria }
  })
}

/** The ballots that a change of the challenges or of the rubric changes, and what it costs. */
export function refitJudging<B extends Marked>(
  before: Judging,
  after: Judging,
  ballots: B[],
): { changed: B[]; cost: Cost } {
  const questions =
    ({ challengeOnlyIds, ...judging }: Judging) =>
    ({ judgeId, entryId }: B) =>
      ballotCriteria(judging, { id: judgeId, challengeOnly: challengeOnlyIds.includes(judgeId) }, entryId)
  const { changed, cost } = refitBallots(ballots, questions(before), questions(after))
  const moves = (ballot: B) => countsFor(before, ballot) !== countsFor(after, ballot)
  return { changed, cost: { ...cost, reweighed: cost.reweighed || ballots.some((b) => b.complete && moves(b)) } }
}

/** The rankings in which a ballot counts. */
function countsFor({ challenges, challengeOnlyIds }: Judging, { judgeId, entryId }: Marked): string {
  const ids = challenges
    .filter(({ judgeIds, entryIds }) => judgeIds.includes(judgeId) && entryIds.includes(entryId))
    .map(({ id }) => id)
  return [...(challengeOnlyIds.includes(judgeId) ? [] : ['places']), ...ids.sort()].join(' ')
}

const hasSameIds = (a: string[], b: string[]) => a.length === b.length && a.every((id) => b.includes(id))
