import { describe, expect, it } from 'vitest'
import type { Challenge } from '../../../api/schema/judging/challenge.ts'
import * as limits from '../../../api/schema/limits.ts'
import {
  blankChallenge,
  challengesBody,
  challengesValues,
  checkChallengeValues,
  maxChallenges,
  maxOwnQuestions,
  mergeEntryIds,
} from '../../../web/organise/challenges/challenges-form.ts'
import { awardOrderItems } from '../../../web/organise/event/award-order-items.ts'
import { blankCriterion } from '../../../web/organise/rubric/rubric-form.ts'

const challenge = (more: Partial<Challenge> = {}): Challenge => ({
  ...{ id: 'open', name: 'Open data', description: '', givenBy: 'Data Mill' },
  ...{ judgeIds: ['a'], entryIds: ['one', 'two'], criteria: [] },
  ...more,
})

describe('the form of challenges', () => {
  it('sends back what was saved', () => {
    const criteria = [{ id: 'q', name: 'Q', description: '', min: 0, max: 3, weight: 2, levels: { '1': 'Some' } }]
    const saved = [challenge({ criteria })]
    const values = challengesValues(saved, [
      { id: 'a', challengeOnly: true },
      { id: 'b', challengeOnly: false },
    ])
    expect(challengesBody(values)).toEqual({ challenges: saved, challengeOnlyIds: ['a'] })
  })
  it('offers as many challenges and questions as the server takes', () => {
    expect([maxChallenges, maxOwnQuestions]).toEqual([limits.maxChallenges, limits.maxChallengeCriteria])
  })
  it('names a problem at its field', () => {
    const criteria = [{ ...blankCriterion, name: 'Q', min: '5', max: '5' }, { ...blankCriterion }]
    const pointers = checkChallengeValues({
      challenges: [
        { ...blankChallenge(), name: 'Open data' },
        { ...blankChallenge(), criteria },
      ],
      challengeOnlyIds: [],
    }).map(({ pointer }) => pointer)
    expect(pointers).toEqual(['/challenges/1/name', '/challenges/1/criteria/0/max', '/challenges/1/criteria/1/name'])
  })
  it('keeps what teams chose while it was open', () => {
    const mine = [challenge({ entryIds: ['two', 'three'] }), { ...challenge({ name: 'New' }), id: undefined }]
    const merged = mergeEntryIds(mine, [challenge()], [challenge({ entryIds: ['one', 'four'] })])
    expect(merged[0]!.entryIds).toEqual(['four', 'three'])
    expect(merged[1]!.entryIds).toEqual(['one', 'two'])
  })
})

describe('the order of the reveal', () => {
  const event = {
    ...{ places: 3, criteria: [], criterionAwards: [], awardOrder: [] as string[] },
    challenges: [challenge()],
  }
  const prizes = [{ id: 'mayor', name: 'Mayor’s choice', citation: '', entryIds: [] }]
  const names = (awardOrder: string[]) => awardOrderItems({ ...event, awardOrder }, prizes).map(({ name }) => name)

  it('has the places as one line, last unless the organiser moves them', () => {
    expect(names([])).toEqual(['Mayor’s choice', 'Open data', 'The places, from 3 to 1'])
    expect(names(['places', 'challenge-open'])).toEqual(['Mayor’s choice', 'The places, from 3 to 1', 'Open data'])
  })
})
