import type { Judge } from '../../../api/schema/judge.ts'
import type { Challenge, ChallengesBody } from '../../../api/schema/judging/challenge.ts'
import type { Problem } from '../../core/api.ts'
import { isEqual } from '../../core/live-event.ts'
import { type CriterionValues, checkRubric, rubricBody, rubricValues } from '../rubric/rubric-form.ts'

/** The limits that the server checks. */
export const maxChallenges = 20
export const maxOwnQuestions = 2

export type ChallengeValues = {
  id?: string
  name: string
  givenBy: string
  description: string
  judgeIds: string[]
  entryIds: string[]
  criteria: CriterionValues[]
}
export type ChallengesValues = { challenges: ChallengeValues[]; challengeOnlyIds: string[] }

export const blankChallenge = (): ChallengeValues => ({
  ...{ name: '', givenBy: '', description: '' },
  ...{ judgeIds: [], entryIds: [], criteria: [] },
})

export function challengesValues(
  challenges: readonly Challenge[],
  judges: readonly Pick<Judge, 'id' | 'challengeOnly'>[],
): ChallengesValues {
  return {
    challenges: challenges.map(({ id, name, givenBy, description, judgeIds, entryIds, criteria }) => ({
      ...{ id, name, givenBy, description, judgeIds, entryIds },
      ...rubricValues(criteria),
    })),
    challengeOnlyIds: judges.filter(({ challengeOnly }) => challengeOnly).map(({ id }) => id),
  }
}

export function checkChallengeValues({ challenges }: ChallengesValues): Problem['fields'] {
  return challenges.flatMap((challenge, n) => [
    ...(challenge.name.trim() ? [] : [{ pointer: `/challenges/${n}/name`, title: 'Please name the challenge' }]),
    ...checkRubric(challenge).map(({ pointer, title }) => ({ pointer: `/challenges/${n}${pointer}`, title })),
  ])
}

export function challengesBody({ challenges, challengeOnlyIds }: ChallengesValues) {
  return {
    challenges: challenges.map((challenge) => ({ ...challenge, criteria: rubricBody(challenge) })),
    challengeOnlyIds,
  } satisfies ChallengesBody
}

type Sent = ReturnType<typeof challengesBody>['challenges'][number]

/**
 * What to send when others have saved since `base`: a team that chose a challenge, or an organiser on another laptop. What this form changed
 * is sent, everything else is as in `latest`.
 */
export function mergeChallenges(
  mine: readonly Sent[],
  base: readonly ChallengeValues[],
  latest: readonly Challenge[],
): Sent[] {
  const before = challengesBody({ challenges: [...base], challengeOnlyIds: [] }).challenges
  const now = challengesBody(challengesValues(latest, [])).challenges
  const findIn = (list: readonly Sent[], id: string | undefined) =>
    list.find((challenge) => challenge.id !== undefined && challenge.id === id)
  const merged = mine.flatMap((challenge) => {
    const [earlier, current] = [findIn(before, challenge.id), findIn(now, challenge.id)]
    if (!earlier) return challenge
    if (!current) return isEqual(challenge, earlier) ? [] : challenge
    const changed = Object.entries(challenge).filter(([name, value]) => !isEqual(value, earlier[name as keyof Sent]))
    return {
      ...current,
      ...Object.fromEntries(changed),
      judgeIds: mergeIds(challenge.judgeIds, earlier.judgeIds, current.judgeIds),
      entryIds: mergeIds(challenge.entryIds, earlier.entryIds, current.entryIds),
    }
  })
  const addedElsewhere = now.filter(({ id }) => !findIn(before, id) && !findIn(mine, id))
  return [...merged, ...addedElsewhere]
}

export function mergeIds(mine: readonly string[], base: readonly string[], latest: readonly string[]): string[] {
  const removed = base.filter((id) => !mine.includes(id))
  const added = mine.filter((id) => !base.includes(id) && !latest.includes(id))
  return [...latest.filter((id) => !removed.includes(id)), ...added]
}
