import { describe, expect, it } from 'vitest'
import type { Challenge } from '../../../api/schema/judging/challenge.ts'
import * as limits from '../../../api/schema/limits.ts'
import { awardOrderItems } from '../../../web/organise/awards/award-order-items.ts'
import {
  blankChallenge,
  challengesBody,
  challengesValues,
  checkChallengeValues,
  maxChallenges,
  maxOwnQuestions,
  mergeChallenges,
  mergeIds,
} from '../../../web/organise/challenges/challenges-form.ts'
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
    const base = challengesValues([challenge()], []).challenges
    const merged = mergeChallenges(mine, base, [challenge({ entryIds: ['one', 'four'] })])
    expect(merged[0]!.entryIds).toEqual(['four', 'three'])
    expect(merged[1]!.entryIds).toEqual(['one', 'two'])
  })
  it('keeps what another laptop saved while it was open: a new challenge, other judges, another name', () => {
    const base = challengesValues([challenge(), challenge({ id: 'gone', name: 'Gone' })], []).challenges
    const [first, gone] = base
    const values = { challenges: [{ ...first!, givenBy: 'Data Mill North' }, gone!], challengeOnlyIds: [] }
    const mine = challengesBody(values).challenges
    const elsewhere = [
      challenge({ name: 'Open data, renamed', judgeIds: ['a', 'b'] }),
      challenge({ id: 'new', name: 'Kindness' }),
    ]
    expect(mergeChallenges(mine, base, elsewhere)).toEqual([
      challenge({ name: 'Open data, renamed', givenBy: 'Data Mill North', judgeIds: ['a', 'b'] }),
      challenge({ id: 'new', name: 'Kindness' }),
    ])
    expect(mergeIds(['a', 'c'], ['a', 'b'], ['a', 'b', 'd'])).toEqual(['a', 'd', 'c'])
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
