import { describe, expect, it } from 'vitest'
import { presets } from '../../../api/rules/ballot/rubric-presets.ts'
import { checkList } from '../../../web/organise/check-list.ts'
import { rubricValues } from '../../../web/organise/rubric/rubric-form.ts'
import { weightExample } from '../../../web/organise/rubric/weight-example.ts'

const nowMs = Date.parse('2026-06-20T09:00:00Z')

function event(more: object = {}): Parameters<typeof checkList>[0] {
  const [{ criteria }] = presets as [(typeof presets)[0]]
  return {
    event: {
      ...{
        id: 'e',
        slug: 'e',
        code: 'ABCDE',
        name: 'E',
        venue: '',
        startsAt: '2026-06-27T14:00:00Z',
        timeZone: null,
        talkSeconds: 240,
      },
      ...{
        questionsSeconds: 120,
        admission: 'open',
        method: 'levelled',
        places: 1,
        criterionAwards: [],
        awardOrder: [],
        oneAwardPerTeam: false,
        challenges: [],
        publishes: 'winners',
        scoring: 'on-stage',
        galleryPublic: 'from-doors',
        captions: false,
        interpreter: 'none',
        keepPeopleDays: 30,
        peopleRemovalAt: null,
        peopleRemovedAt: null,
        draw: null,
        entriesFrozen: false,
        phase: 'setup',
      },
      ...{ criteria, picture: null, rehearsal: false, joinUrl: 'http://a/ABCDE' },
      ...more,
    } as Parameters<typeof checkList>[0]['event'],
    entries: [],
    judges: [],
    prizes: [],
    disqualified: [],
    keys: [],
  }
}
const itemText = (now: Parameters<typeof checkList>[0], id: string) =>
  checkList(now, nowMs)
    .filter((check) => check.id === id)
    .map(({ state, text }) => `${state}: ${text}`)

describe('the check-list', () => {
  it('reports a start in the past, but not during the show itself', () => {
    expect(itemText(event({ startsAt: '2026-05-01T14:00:00Z' }), 'event')[0]).toMatch(/^worth: The start, .*past$/)
    expect(itemText(event({ startsAt: '2026-06-20T08:00:00Z' }), 'event')[0]).toMatch(/^done/)
  })
  it('counts the teams whose pitch is still to come, until the doors open', () => {
    const entry = {
      id: 'a',
      title: 'T',
      team: 'T',
      summary: '',
      talkSeconds: null,
      questionsSeconds: null,
      skipped: false,
    }
    const entries = [entry, { ...entry, summary: 'Here' }] as never
    expect(itemText({ ...event(), entries }, 'teams')[1]).toMatch(/^worth: One team has no pitch/)
    expect(itemText({ ...event({ phase: 'live' }), entries }, 'teams')).toHaveLength(1)
  })
  it('names a challenge that nobody could win', () => {
    const challenge = { id: 'c', name: 'Open data', judgeIds: ['j'], entryIds: ['e'] }
    const found = (...challenges: object[]) => itemText(event({ challenges }), 'challenges')
    expect(found()).toEqual([])
    expect(found(challenge)).toEqual(['done: 1 challenge'])
    expect(found({ ...challenge, entryIds: [] })).toEqual(['worth: The challenge “Open data” has no teams yet'])
    expect(found({ ...challenge, judgeIds: [] }, { ...challenge, entryIds: [] })[0]).toMatch(/^worth: 2 challenges/)
  })
  it('asks for judges where nobody can join by the code', () => {
    const judge = {
      ...{ id: 'j', name: 'J', role: '', organisation: '' },
      ...{ status: 'admitted' as const, away: false, challengeOnly: false, arrived: false, mergedInto: null },
    }
    expect(itemText(event({ admission: 'link' }), 'judges')[0]).toMatch(/^missing/)
    expect(itemText({ ...event({ admission: 'link' }), judges: [judge] }, 'judges')[0]).toMatch(/^worth: Only 1 judge/)
    expect(itemText({ ...event(), judges: [judge] }, 'judges')[0]).toMatch(/^done/)
  })
})

describe('the example of what weights do', () => {
  const weighed = (weights: number[], max = 5) => {
    const values = rubricValues(
      weights.map((weight, n) => ({ ...presets[0]!.criteria[0]!, id: `${n}`, name: `Q${n}`, weight, max })),
    )
    return weightExample(values)
  }
  it.each([2, 3, 4, 5, 6, 8, 12])('reverses its two teams with %i questions', (questions) => {
    const alike = weighed(Array(questions).fill(1))!
    expect([alike.ahead, alike.otherwise?.ahead]).toEqual([1, 0])
    const raised = weighed([alike.otherwise?.weight as number, ...Array(questions - 1).fill(1)])!
    expect(raised.marks).toEqual(alike.otherwise?.marks)
    expect([raised.ahead, raised.otherwise?.weight, raised.otherwise?.ahead]).toEqual([0, 'alike', 1])
    expect(raised.scores).toEqual(alike.scores)
  })
  it('shows only scores on the scale, and nothing for one question or an invalid number', () => {
    for (const score of weighed([3, 1, 1], 3)!.scores.flat()) expect([1, 2, 3]).toContain(score)
    expect(weighed([1])).toBeUndefined()
    const broken = rubricValues(presets[0]!.criteria)
    broken.criteria[1]!.weight = '1.'
    expect(weightExample(broken)).toBeUndefined()
  })
})
