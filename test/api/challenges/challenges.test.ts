import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Challenge } from '../../../api/schema/judging/challenge.ts'
import { makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../../support/show.ts'

const criteria = [
  { id: 'use', name: 'Is it useful?', min: 1, max: 5 },
  { id: 'show', name: 'How was it shown?', min: 1, max: 5 },
]
const openness = { id: 'open', name: 'How open is the data?', min: 1, max: 5 }
const codeOf = ({ status, body }: { status: number; body: any }) => [status, body.type?.replace('/problems/', '')]

describe('a challenge', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const set = (event: TestEvent, challenges: object[], more: object = {}) =>
    server.call('PUT', `${event.path}/challenges`, { challenges, ...more }, event.key)
  /** Accepts the cost, which grows while ballots arrive. */
  async function force(event: TestEvent, challenges: object[]): Promise<void> {
    let answer = await set(event, challenges)
    while (answer.body.cost) answer = await set(event, challenges, { accept: answer.body.cost })
    expect(answer.status).toBe(200)
  }
  const stored = async (event: TestEvent): Promise<Challenge[]> =>
    (await server.call('GET', `${event.path}/challenges`)).body.challenges
  const results = async (event: TestEvent) =>
    (await server.call('GET', `${event.path}/results`, undefined, event.key)).body
  const review = async (event: TestEvent) =>
    (await server.call('GET', `${event.path}/review`, undefined, event.key)).body
  const ballotsOf = async (event: TestEvent, judge: number) =>
    (await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[judge])).body.ballots
  const judgeIds = (event: TestEvent, ...judges: number[]) => judges.map((n) => event.judges[n]!.id)
  const entryIds = (event: TestEvent, ...entries: number[]) => entries.map((n) => event.entries[n]!.id)

  /** Judge 1 is of the panel and judges the challenge, judge 2 judges the challenge only. Teams 1 and 2 of three take part. */
  async function challenged(more: object = {}): Promise<TestEvent> {
    const event = await makeEvent(server, { criteria, judges: 3, entries: 3 })
    const open = { name: 'Open data', givenBy: 'Data Mill', criteria: [openness], ...more }
    const body = { judgeIds: judgeIds(event, 1, 2), entryIds: entryIds(event, 1, 2), ...open }
    const challengeOnlyIds = judgeIds(event, 2)
    expect((await set(event, [body], { challengeOnlyIds })).status).toBe(200)
    return event
  }

  it('is set by the organiser alone, and read by everyone without a name of a judge', async () => {
    const event = await challenged()
    const [challenge] = await stored(event)
    expect(challenge).toMatchObject({ name: 'Open data', givenBy: 'Data Mill', criteria: [{ id: 'open', max: 5 }] })
    const { body } = await server.call('GET', event.path)
    expect(body.event.challenges).toEqual([challenge])
    expect(JSON.stringify(body)).not.toContain('Judge 2')
    for (const key of [event.judgeKeys[1], event.teamKeys[1], undefined]) {
      const answer = await server.call('PUT', `${event.path}/challenges`, { challenges: [] }, key)
      expect(answer.status).toBeGreaterThanOrEqual(401)
    }
    expect(await stored(event)).toEqual([challenge])
  })

  it.each([
    ['a judge of another event', (other: TestEvent) => ({ judgeIds: judgeIds(other, 0) }), [404, 'no-such-judge']],
    ['an entry of another event', (other: TestEvent) => ({ entryIds: entryIds(other, 0) }), [404, 'no-such-entry']],
    ['three questions', () => ({ criteria: [1, 2, 3].map((n) => ({ name: `Q${n}`, max: 5 })) }), [422, 'invalid']],
    ['a scale without steps', () => ({ criteria: [{ name: 'Q', min: 5, max: 5 }] }), [422, 'invalid']],
    ['a judge named twice', () => ({ judgeIds: ['a', 'a'] }), [422, 'invalid']],
    ['no name', () => ({ name: ' ' }), [422, 'invalid']],
  ])('is refused with %s, and nothing changes', async (_, wrong, refusal) => {
    const [event, other] = [await challenged(), await makeEvent(server)]
    const before = await stored(event)
    expect(codeOf(await set(event, [{ name: 'Wrong', ...wrong(other) }]))).toEqual(refusal)
    expect(await stored(event)).toEqual(before)
  })

  it('is refused with the name of another, in other capitals too', async () => {
    const event = await challenged()
    const [challenge] = await stored(event)
    const answer = await set(event, [challenge!, { name: 'OPEN  data' }])
    expect([answer.status, answer.body.fields[0].pointer]).toEqual([422, '/challenges/0/name'])
    expect(await stored(event)).toEqual([challenge])
  })

  it('gives its question an id of its own, also when the rubric takes that id later', async () => {
    const event = await challenged({ criteria: [{ ...openness, id: 'use' }] })
    const [challenge] = await stored(event)
    expect(challenge!.criteria[0]!.id).not.toBe('use')
    const { id } = challenge!.criteria[0]!
    const { body } = await server.call('PUT', `${event.path}/rubric`, { criteria: [{ ...criteria[0], id }] }, event.key)
    expect(body.criteria[0].id).not.toBe(id)
  })

  it('puts its question on the ballots of its judges for its entries, and on no other', async () => {
    const event = await challenged()
    await showAll(event)
    const rubric = { use: 3, show: 4 }
    // Judge 0 does not judge it, entry 0 does not take part.
    for (const [judge, entry] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const refused = await event.score(judge, entry, { ...rubric, open: 5 })
      expect(codeOf(refused)).toEqual([422, 'criterion-not-in-rubric'])
      expect((await event.score(judge, entry, rubric)).body.ballot.complete).toBe(true)
    }
    expect((await event.score(1, 1, rubric)).body.ballot.complete).toBe(false)
    expect((await event.score(1, 1, { ...rubric, open: 5 })).body.ballot.complete).toBe(true)
    expect(codeOf(await event.score(1, 1, { ...rubric, open: 6 }))).toEqual([422, 'score-out-of-range'])
    // A judge of the challenge only has its question alone, and no ballot for other entries.
    expect(codeOf(await event.score(2, 1, { ...rubric, open: 5 }))).toEqual([422, 'criterion-not-in-rubric'])
    expect((await event.score(2, 1, { open: 2 })).body.ballot.complete).toBe(true)
    expect(codeOf(await event.score(2, 0, {}))).toEqual([403, 'not-your-entry'])
    expect(codeOf(await event.score(2, 0, rubric))).toEqual([403, 'not-your-entry'])
    expect(await ballotsOf(event, 2)).toHaveLength(1)
  })

  it('without a question of its own puts the rubric before its own judges', async () => {
    const event = await challenged({ criteria: [] })
    await showAll(event)
    expect((await event.score(2, 1, { use: 5, show: 5 })).body.ballot.complete).toBe(true)
    expect(codeOf(await event.score(2, 0, { use: 5, show: 5 }))).toEqual([403, 'not-your-entry'])
    await event.score(0, 0, { use: 4, show: 4 })
    await event.cue('close-scoring')
    const { standings, challenges } = await results(event)
    // The ballot of a judge of challenges only counts for the challenge.
    expect(standings.map(({ entryId, rank }: any) => [entryId, rank])).toContainEqual([event.entries[1]!.id, null])
    expect(challenges[0]).toMatchObject({ judges: 1, ballots: 1, entries: 2, name: 'Open data' })
    expect(challenges[0].standings[0]).toMatchObject({ entryId: event.entries[1]!.id, rank: 1, score: 5 })
  })

  it('is ranked by its own ballots, and leaves the places as they are', async () => {
    const [event, plain] = [await challenged(), await makeEvent(server, { criteria, judges: 3, entries: 3 })]
    for (const show of [event, plain]) {
      await showAll(show)
      for (const [judge, entry, use] of [
        [0, 0, 5],
        [0, 1, 3],
        [0, 2, 1],
        [1, 0, 4],
        [1, 1, 3],
        [1, 2, 2],
      ] as const) {
        const own = show === event && judge === 1 && entry > 0 && { open: entry === 2 ? 5 : 1 }
        await show.score(judge, entry, { use, show: use, ...own })
      }
    }
    await event.score(2, 1, { open: 2 })
    await event.score(2, 2, { open: 4 })
    for (const show of [event, plain]) await show.cue('close-scoring')
    const [body, without] = [await results(event), await results(plain)]
    const places = (result: any, show: TestEvent) =>
      result.standings.map(({ entryId, rank, score }: any) => [
        show.entries.findIndex(({ id }) => id === entryId),
        rank,
        score,
      ])
    expect(places(body, event)).toEqual(places(without, plain))
    const award = body.awards.find(({ kind }: any) => kind === 'challenge')
    expect(award).toMatchObject({ name: 'Open data', givenBy: 'Data Mill', entryIds: [event.entries[2]!.id] })
    // Before the places, unless the organiser puts it elsewhere.
    expect(body.awards.map(({ kind }: any) => kind)).toEqual(['challenge', 'place', 'place', 'place'])
    await server.call('PATCH', event.path, { awardOrder: ['places', award.id] }, event.key)
    expect((await results(event)).awards.map(({ kind }: any) => kind)).toEqual(['place', 'place', 'place', 'challenge'])
  })

  it('counts a ballot for the places that answers the rubric, though the question of the challenge is open', async () => {
    const event = await challenged()
    await showAll(event)
    expect((await event.score(1, 1, { use: 5, show: 5 })).body.ballot.complete).toBe(false)
    await event.cue('close-scoring')
    const { standings, counted, awards } = await results(event)
    expect(standings[0]).toMatchObject({ entryId: event.entries[1]!.id, rank: 1, score: 5 })
    expect(counted.ballots).toBe(1)
    expect(awards.some(({ kind }: any) => kind === 'challenge')).toBe(false)
  })

  it('says in the review what few judges, few entries and no ballot mean', async () => {
    const event = await challenged()
    await set(event, [...(await stored(event)), { name: 'Nobody’s' }])
    await showAll(event)
    await event.score(0, 0, { use: 5, show: 5 })
    await event.score(2, 1, { open: 2 })
    await event.cue('close-scoring')
    const { warnings } = await review(event)
    const own = warnings.filter(({ code }: any) => code.startsWith('challenge-'))
    expect(own.map(({ code, about }: any) => [code, about])).toEqual([
      ['challenge-few-judges', 'Open data'],
      ['challenge-few-entries', 'Open data'],
      ['challenge-unscored', 'Nobody’s'],
    ])
  })

  it('changes after scores only with its cost, which says what would be lost', async () => {
    const event = await challenged()
    await showAll(event)
    await event.score(1, 1, { use: 3, show: 3, open: 4 })
    await event.score(0, 2, { use: 3, show: 3 })
    const [challenge] = await stored(event)
    const reworded = await set(event, [{ ...challenge, name: 'Open data and more', description: 'In plain words' }])
    expect(reworded.status).toBe(200)
    // The score of a judge who no longer judges it.
    const without = [{ ...challenge, judgeIds: judgeIds(event, 2) }]
    const refused = await set(event, without)
    expect([...codeOf(refused), refused.body.cost]).toMatchObject([409, 'ballots-at-stake', { scores: 1 }])
    expect((await ballotsOf(event, 1))[0].scores).toEqual({ use: 3, show: 3, open: 4 })
    expect((await set(event, without, { accept: refused.body.cost })).status).toBe(200)
    expect((await ballotsOf(event, 1))[0].scores).toEqual({ use: 3, show: 3 })
    // A new judge of it, whose complete ballot becomes incomplete.
    const added = await set(event, [{ ...challenge, judgeIds: judgeIds(event, 0, 2) }])
    expect([...codeOf(added), added.body.cost]).toMatchObject([409, 'ballots-at-stake', { reopened: 1 }])
    await event.cue('close-scoring')
    expect(codeOf(await set(event, []))).toEqual([409, 'scoring-closed'])
  })

  it('never stores a ballot that was checked before it changed', async () => {
    const event = await challenged()
    await showAll(event)
    const [challenge] = await stored(event)
    const without = [{ ...challenge, entryIds: entryIds(event, 2) }]
    for (let round = 0; round < 10; round += 1) {
      const scored = event.score(1, 1, { use: 3, show: 3, open: 4 }, { editedAt: new Date().toISOString() })
      await force(event, without)
      await scored
      const [ballot] = await ballotsOf(event, 1)
      if (ballot) expect([round, ballot.scores.open, ballot.complete]).toEqual([round, undefined, true])
      await force(event, [challenge!])
    }
  })

  it('is chosen by a team for its own entry until somebody has scored', async () => {
    const event = await challenged()
    const [challenge] = await stored(event)
    const choose = (entry: number, challengeIds: string[], key = event.teamKeys[entry]) =>
      server.call('PUT', `${event.path}/entries/${event.entries[entry]!.id}/challenges`, { challengeIds }, key)
    expect((await choose(0, [challenge!.id])).status).toBe(200)
    expect((await stored(event))[0]!.entryIds).toHaveLength(3)
    expect(codeOf(await choose(1, [], event.teamKeys[0]))).toEqual([403, 'wrong-door'])
    expect((await choose(1, [], event.judgeKeys[0])).status).toBe(403)
    expect(codeOf(await choose(0, ['another']))).toEqual([404, 'no-such-challenge'])
    await showAll(event)
    await event.score(0, 2, { use: 1 })
    expect(codeOf(await choose(0, []))).toEqual([409, 'too-late-to-change'])
    // What is so already succeeds.
    expect((await choose(0, [challenge!.id])).status).toBe(200)
    const frozen = await challenged()
    await server.call('PATCH', frozen.path, { entriesFrozen: true }, frozen.key)
    const path = `${frozen.path}/entries/${frozen.entries[0]!.id}/challenges`
    const answer = await server.call('PUT', path, { challengeIds: [] }, frozen.teamKeys[0])
    expect(codeOf(answer)).toEqual([409, 'entries-frozen'])
  })

  it('is chosen by an imported list, in the call that imports it or not at all', async () => {
    const event = await challenged()
    const [challenge] = await stored(event)
    const [first] = event.entries
    const importMany = (add: object[], change: object[] = []) =>
      server.call('POST', `${event.path}/entries/many`, { add, change }, event.key)
    const row = { team: 'Bins', title: 'Map', challengeIds: [challenge!.id] }
    const wrong = await importMany([row, { ...row, team: 'Damp', challengeIds: ['another'] }])
    expect([wrong.status, wrong.body.fields]).toMatchObject([422, [{ pointer: '/add/1/challengeIds' }]])
    expect((await server.call('GET', `${event.path}/line-up`)).body.entries).toHaveLength(3)
    const change = [{ id: first!.id, to: { summary: 'It talks', challengeIds: [challenge!.id] } }]
    const { body } = await importMany([row], change)
    const [added] = body.added
    expect((await stored(event))[0]!.entryIds.toSorted()).toEqual(
      [...entryIds(event, 0, 1, 2), added.entry.id].toSorted(),
    )
    // A repeated call changes nothing, and a list without the column takes nothing away.
    expect((await importMany([row], change)).body.added[0].teamKey).toBe(null)
    await importMany([{ team: 'Bins', title: 'Map' }], [{ id: first!.id, to: { summary: 'It sings' } }])
    expect((await stored(event))[0]!.entryIds).toHaveLength(4)
    await showAll(event)
    await event.score(0, 0, { use: 1 })
    const refused = await importMany([{ ...row, team: 'Late' }], [{ id: first!.id, to: { challengeIds: [] } }])
    expect([refused.status, refused.body.fields]).toMatchObject([422, [{ pointer: '/change/0/to/challengeIds' }]])
    expect((await importMany([{ ...row, team: 'Late' }])).status).toBe(200)
    expect((await stored(event))[0]!.entryIds).toHaveLength(5)
  })

  it('shows on stage, of the judges, those who decide the places', async () => {
    const event = await challenged()
    await showAll(event)
    for (const [judge, entry] of [
      [0, 2],
      [1, 2],
    ] as const)
      await event.score(judge, entry, { use: 3, show: 3, ...(judge === 1 && { open: 3 }) })
    await event.score(2, 2, { open: 3 })
    const { body } = await server.call('GET', `${event.path}/stage`)
    expect(body.scoring).toMatchObject({ in: 2, of: 2 })
  })

  it('sends its own judges in a showcase to its entries only, and they are no visit of the panel', async () => {
    const event = await challenged()
    await server.call('PATCH', event.path, { scoring: 'any-order' }, event.key)
    await event.cue('open-doors')
    await event.cue('open-showcase')
    const whereNext = async (judge: number) =>
      (await server.call('POST', `${event.path}/ballots/where-next`, {}, event.judgeKeys[judge])).body.entryId
    const visited: string[] = []
    for (let n = 0; n < 2; n += 1) {
      const entryId = await whereNext(2)
      visited.push(entryId)
      await event.score(
        2,
        event.entries.findIndex(({ id }) => id === entryId),
        { open: 3 },
      )
    }
    expect(visited.sort()).toEqual(entryIds(event, 1, 2).sort())
    expect(await whereNext(2)).toBeNull()
    await event.score(0, 1, { use: 3, show: 3 })
    const { visits } = (await server.call('GET', `${event.path}/desk`, undefined, event.key)).body
    expect(visits.map(({ finished }: { finished: number }) => finished)).toEqual([0, 1, 0])
  })

  it('stays secret until its step of the reveal', async () => {
    const event = await challenged()
    await showAll(event)
    const [first, second] = entryIds(event, 1, 2)
    await event.score(0, 0, { use: 5, show: 5 })
    await event.score(1, 1, { use: 3, show: 3, open: 4 })
    await event.score(1, 2, { use: 3, show: 3, open: 5 })
    await event.cue('close-scoring')
    await server.call('PATCH', event.path, { oneAwardPerTeam: true }, event.key)
    await event.cue('start-reveal')
    const publicTexts = async () => {
      const paths = ['', '/challenges', '/stage', '/line-up', '/results', '/record']
      const answers = await Promise.all(paths.map((path) => server.call('GET', `${event.path}${path}`)))
      for (const key of [event.judgeKeys[2], event.teamKeys[1]])
        answers.push(await server.call('GET', `${event.path}/results`, undefined, key))
      return answers.map(({ text }) => text).join('\n')
    }
    const before = await publicTexts()
    expect(before).not.toContain('"kind":"challenge"')
    expect(before).not.toContain('passedOver')
    // One award a team: both teams of the challenge have a place, so it is given to nobody, and nothing says so before the end.
    const { awards, passedOver } = await results(event)
    expect(awards.filter(({ kind }: any) => kind === 'challenge')).toEqual([])
    expect(passedOver).toMatchObject([{ name: 'Open data', entryIds: [second, first] }])
    for (let step = 0; step < 3; step += 1) await event.cue('reveal-next')
    expect(await publicTexts()).not.toContain('passedOver')
  })

  it('goes to the next team where one award a team is the rule, which the record shows', async () => {
    const event = await makeEvent(server, { criteria, judges: 1, entries: 4, places: 1, oneAwardPerTeam: true })
    await server.call('PATCH', event.path, { oneAwardPerTeam: true, criterionAwards: ['show'] }, event.key)
    const own = { judgeIds: judgeIds(event, 0), entryIds: entryIds(event, 0, 1, 2, 3), criteria: [openness] }
    await set(event, [{ name: 'Open data', ...own }])
    await showAll(event)
    for (const [entry, score] of [5, 4, 3, 2].entries())
      await event.score(0, entry, { use: score, show: score, open: score })
    await event.cue('close-scoring')
    const [first, second, third] = entryIds(event, 0, 1, 2)
    const { awards, passedOver } = await results(event)
    // The award by criterion is revealed later than the challenge, so it is the more important one.
    expect(awards.map(({ kind, entryIds }: any) => [kind, entryIds])).toEqual([
      ['challenge', [third]],
      ['criterion', [second]],
      ['place', [first]],
    ])
    expect(passedOver.map(({ entryIds }: any) => entryIds)).toEqual([[first, second], [first]])
    await event.cue('start-reveal')
    for (let step = 0; step < 4; step += 1) expect((await event.cue('reveal-next')).status).toBe(200)
    await event.cue('publish')
    const { body } = await server.call('GET', `${event.path}/record`)
    expect(body.result.passedOver).toHaveLength(2)
    expect(body.result.challenges[0].standings).toEqual([])
    const fixed = await server.call('PATCH', event.path, { oneAwardPerTeam: false }, event.key)
    expect(codeOf(fixed)).toEqual([409, 'too-late-to-change'])
  })

  it('goes with its judges when two are merged, whose ballots then ask its question', async () => {
    const event = await challenged()
    await showAll(event)
    await event.score(0, 1, { use: 3, show: 3 })
    const merged = await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/merge`, {
      otherId: event.judges[1]!.id,
    })
    expect(merged.status).toBe(401)
    const answer = await server.call(
      'POST',
      `${event.path}/judges/${event.judges[0]!.id}/merge`,
      { otherId: event.judges[1]!.id },
      event.key,
    )
    expect(answer.status).toBe(200)
    expect((await stored(event))[0]!.judgeIds).toContain(event.judges[0]!.id)
    expect((await ballotsOf(event, 0))[0].complete).toBe(false)
    expect((await event.score(0, 1, { use: 3, show: 3, open: 5 })).body.ballot.complete).toBe(true)
  })

  it('comes through the archive with its result', async () => {
    const event = await challenged()
    await showAll(event)
    await event.score(0, 0, { use: 5, show: 5 })
    await event.score(1, 1, { use: 3, show: 3, open: 4 })
    await event.score(2, 2, { open: 5 })
    await event.cue('close-scoring')
    await event.cue('start-reveal')
    const { body: archive } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    const other = await openServer()
    try {
      const imported = await other.call('POST', '/api/archive', archive, owner)
      expect([imported.status, imported.text]).toEqual([201, expect.any(String)])
      const { body } = await other.call('GET', event.path)
      expect(body.event.challenges).toEqual(await stored(event))
      const forged = structuredClone(archive)
      forged.event.id = 'x'.repeat(20)
      forged.released.result.awards.find(({ kind }: any) => kind === 'challenge').entryIds = [event.entries[1]!.id]
      expect((await other.call('POST', '/api/archive', forged, owner)).status).toBe(422)
    } finally {
      await other.close()
    }
  })
})
