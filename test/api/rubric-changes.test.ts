import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ballot } from '../../api/schema/ballot.ts'
import type { BallotEdit } from '../../api/schema/history.ts'
import type { Cost } from '../../api/schema/judging/cost.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import { makeEvent, openServer, type Server, showAll, type TestEvent } from '../support/show.ts'

describe('a change of the rubric or the line-up after judges have scored', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const use = { id: 'use', name: 'Would you use it?', max: 5 }
  const show = { id: 'show', name: 'Was it shown well?', max: 5 }
  const extra = { id: 'extra', name: 'Anything else?', max: 5 }
  const both = { use: 4, show: 3 }

  const rubric = (event: TestEvent, criteria: object[], accept?: Cost) =>
    server.call('PUT', `${event.path}/rubric`, { criteria, accept }, event.key)
  const codeOf = ({ status, body }: { status: number; body: any }) => [status, body.type?.replace('/problems/', '')]
  const changeRubric = async (event: TestEvent, criteria: object[]) => {
    const { body } = await rubric(event, criteria)
    return rubric(event, criteria, body.cost)
  }
  const stored = async (event: TestEvent): Promise<Pick<Ballot, 'scores' | 'complete' | 'recused'>[]> => {
    const read = (key: string) => server.call('GET', `${event.path}/ballots`, undefined, key)
    const answers = await Promise.all(event.judgeKeys.map(read))
    return answers.flatMap(({ body }) =>
      body.ballots.map(({ scores, complete, recused }: Ballot) => ({ scores, complete, recused })),
    )
  }
  const criteriaOf = async (event: TestEvent): Promise<Criterion[]> =>
    (await server.call('GET', event.path)).body.event.criteria
  const historyOf = async (event: TestEvent) =>
    (await server.call('GET', `${event.path}/history`, undefined, event.key)).body

  async function scored(): Promise<TestEvent> {
    const event = await makeEvent(server, { entries: 2, judges: 3, criteria: [use, show] })
    await showAll(event)
    await event.score(0, 0, both)
    await event.score(1, 0, both)
    await event.score(2, 0, { use: 5 })
    return event
  }

  it('is refused with its cost, and carried out only when that cost is accepted', async () => {
    const event = await scored()
    const refused = await rubric(event, [use, show, extra])
    expect(codeOf(refused)).toEqual([409, 'ballots-at-stake'])
    expect(refused.body).toMatchObject({
      cost: { reopened: 2, scores: 0 },
      detail: expect.stringContaining('2 complete'),
    })
    expect(await criteriaOf(event)).toHaveLength(2)

    await event.score(2, 0, both)
    const stale = await rubric(event, [use, show, extra], refused.body.cost)
    expect([...codeOf(stale), stale.body.cost.reopened]).toEqual([409, 'ballots-at-stake', 3])
    expect((await rubric(event, [use, show, extra], stale.body.cost)).status).toBe(200)

    expect((await stored(event)).map(({ complete }) => complete)).toEqual([false, false, false])
    expect((await event.score(0, 0, { ...both, extra: 2 })).body.ballot.complete).toBe(true)
    const { history, ballots } = await historyOf(event)
    expect(history.findLast((line: any) => line.what === 'change-rubric').detail.cost.reopened).toBe(3)
    await event.cue('close-scoring')
    expect(ballots).toBeNull()
    // Two edits of one ballot are one line or two, as the ten seconds fall.
    const edits: BallotEdit[] = (await historyOf(event)).ballots
    expect(edits.filter(({ scores }) => scores.extra === 2)).toHaveLength(1)
    expect([...new Map(edits.map(({ judgeId, scores }) => [judgeId, scores.show])).values()]).toEqual([3, 3, 3])
  })

  it('allows other words freely, and removes the scores of a removed question', async () => {
    const event = await scored()
    expect((await rubric(event, [{ ...use, name: 'Would you really?' }, show])).status).toBe(200)
    expect((await rubric(event, [use])).body.cost).toMatchObject({ scores: 2, completed: 1, reopened: 0 })
    expect((await changeRubric(event, [use])).status).toBe(200)
    expect(await stored(event)).toEqual(
      [4, 4, 5].map((value) => ({ scores: { use: value }, complete: true, recused: false })),
    )
  })

  it('accepts no score on the former scale, however late it arrives', async () => {
    const event = await scored()
    await server.call('PATCH', event.path, { criterionAwards: ['show'] }, event.key)
    const changed = await changeRubric(event, [use, { ...show, max: 10 }])
    expect(changed.body.criteria.map(({ id, max }: Criterion) => [id, max])).toEqual([
      ['use', 5],
      ['show-2', 10],
    ])
    expect((await server.call('GET', event.path)).body.event.criterionAwards).toEqual(['show-2'])
    expect(codeOf(await event.score(1, 1, both))).toEqual([422, 'criterion-not-in-rubric'])
    expect((await event.score(1, 1, { use: 4, 'show-2': 9 })).body.ballot.complete).toBe(true)
    const restored = await changeRubric(event, [use, { ...show, id: 'show', max: 5 }])
    expect(restored.body.criteria.map(({ id }: Criterion) => id)).toEqual(['use', 'show-3'])
  })

  it('is refused after the close for all but words, and once the reveal has begun for words as well', async () => {
    const event = await scored()
    await event.cue('close-scoring')
    expect(codeOf(await rubric(event, [use]))).toEqual([409, 'scoring-closed'])
    expect(codeOf(await rubric(event, [use, { ...show, weight: 3 }]))).toEqual([409, 'scoring-closed'])
    expect((await rubric(event, [use, { ...show, name: 'Better words' }])).status).toBe(200)
    await event.cue('start-reveal')
    expect(codeOf(await rubric(event, [use, show]))).toEqual([409, 'too-late-to-change'])
  })

  it('never stores a ballot that was checked against the former rubric', async () => {
    const event = await scored()
    const { judgingVersion } = await server.context.eventCache.event(event.event.slug)
    await changeRubric(event, [use, show, extra])
    const lateBallot = {
      eventId: event.event.id,
      judgeId: event.judges[1]!.id,
      entryId: event.entries[1]!.id,
      scores: both,
    }
    const more = { comment: '', recused: false, complete: true, source: 'phone' as const, overPhone: false }
    const stamps = { editedAt: new Date(), judgingVersion }
    expect(await server.context.ballotBatch.add({ ...lateBallot, ...more, ...stamps })).toBeNull()

    for (let round = 0; round < 12; round += 1) {
      const criteria = round % 2 ? [use, show, extra] : [use, show]
      const taps = event.judges.flatMap((_, judge) => [0, 1].map((entry) => event.score(judge, entry, both)))
      const changes = changeRubric(event, criteria)
      const answers = await Promise.all([...taps, changes])
      for (const answer of answers) expect([200, 409]).toContain(answer.status)
      const criterionIds = (await criteriaOf(event)).map(({ id }) => id)
      for (const { scores, complete } of await stored(event)) {
        expect(complete).toBe(criterionIds.every((id) => scores[id] !== undefined))
        expect(criterionIds).toEqual(expect.arrayContaining(Object.keys(scores)))
      }
    }
  })

  it('removes a team with its ballots and prizes once the cost is accepted, and never the one on stage', async () => {
    const event = await scored()
    const prize = { name: 'The public’s', entryId: event.entries[0]!.id }
    await server.call('PUT', `${event.path}/prizes`, { prizes: [prize] }, event.key)
    const path = (n: number) => `${event.path}/entries/${event.entries[n]!.id}`
    const out = (seen = '') => server.call('DELETE', path(0) + seen, undefined, event.key)
    expect(codeOf(await server.call('DELETE', path(1), undefined, event.key))).toEqual([409, 'entry-in-use'])
    expect((await out()).body).toMatchObject({ type: '/problems/ballots-at-stake', cost: { ballots: 3, prizes: 1 } })
    for (const outdatedCost of ['?ballots=2&prizes=1', '?ballots=3', '?ballots=4&prizes=1'])
      expect(codeOf(await out(outdatedCost))).toEqual([409, 'ballots-at-stake'])
    expect(codeOf(await out('?ballots=all'))).toEqual([422, 'invalid'])
    expect((await out('?ballots=3&prizes=1')).status).toBe(200)

    expect(await stored(event)).toEqual([])
    expect(codeOf(await event.cue('undo'))).toEqual([409, 'nothing-to-undo'])
    expect(codeOf(await event.score(0, 0, both))).toEqual([404, 'no-such-entry'])
    const { prizes } = (await server.call('GET', `${event.path}/prizes`, undefined, event.key)).body
    expect(prizes).toMatchObject([{ name: 'The public’s', entryId: null }])
    const { history } = await historyOf(event)
    expect(history.at(-1)).toMatchObject({ what: 'remove-entry', detail: { team: 'Team 1', ballots: 3 } })
    await event.cue('close-scoring')
    expect((await historyOf(event)).ballots).toHaveLength(3)
    const last = await server.call('DELETE', `${path(1)}?ballots=0`, undefined, event.key)
    expect(codeOf(last)).toEqual([409, 'too-late-to-change'])
  })
})
