import type { Judge } from '../../../api/schema/judge.ts'
import type { Challenge, ChallengesBody } from '../../../api/schema/judging/challenge.ts'
import type { Problem } from '../../core/api.ts'
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

type Entered = { id?: string; entryIds: string[] }

/**
 * Applies what the form adds to and removes from the teams of each challenge since `base` to the `latest` teams: a team may have chosen a
 * challenge meanwhile.
 */
export function mergeEntryIds<C extends Entered>(
  mine: readonly C[],
  base: readonly Entered[],
  latest: readonly Entered[],
): C[] {
  const idsIn = (challenges: readonly Entered[], id: string | undefined) =>
    challenges.find((challenge) => challenge.id !== undefined && challenge.id === id)?.entryIds
  return mine.map((challenge) => {
    const [before, now] = [idsIn(base, challenge.id), idsIn(latest, challenge.id)]
    if (!before || !now) return challenge
    const added = challenge.entryIds.filter((id) => !before.includes(id) && !now.includes(id))
    const removed = before.filter((id) => !challenge.entryIds.includes(id))
    return { ...challenge, entryIds: [...now.filter((id) => !removed.includes(id)), ...added] }
  })
}
