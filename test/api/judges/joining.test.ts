import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, type Server, showAll, type TestEvent } from '../../support/show.ts'

// Another instance or a loaded machine receives changes late.
const patient = { timeout: 30_000 }

describe('joining by the room’s code', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const joinId = () => randomBytes(16).toString('base64url')
  const join = (event: TestEvent, body: object) => server.call('POST', `${event.path}/join`, body)
  const organise = (event: TestEvent, method: string, path: string, body?: unknown) =>
    server.call(method, `${event.path}/judges${path}`, body, event.key)
  const panelOf = async (event: TestEvent) => (await organise(event, 'GET', '')).body.judges
  const listed = async (event: TestEvent, name: string, more: object = {}) =>
    (await organise(event, 'POST', '', { name, ...more })).body
  const meOf = (event: TestEvent, key: string) => server.call('GET', `${event.path}/judges/me`, undefined, key)
  const ballotsOf = async (event: TestEvent, key: string) =>
    (await server.call('GET', `${event.path}/ballots`, undefined, key)).body.ballots
  const score = (event: TestEvent, key: string, entry: number, value: number, editedAt: Date) => {
    const scores = Object.fromEntries(event.event.criteria.map(({ id }) => [id, value]))
    const body = { scores, editedAt: editedAt.toISOString() }
    return server.call('PUT', `${event.path}/ballots/${event.entries[entry]!.id}`, body, key)
  }
  const historyOf = async (event: TestEvent, what: string) =>
    (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body.history.event.filter(
      (line: any) => line.what === what,
    )

  it('accepts a name alone, as in earlier releases', async () => {
    const event = await makeEvent(server, { judges: 0 })
    const { status, body } = await join(event, { name: 'Tom Bridge', role: 'Resident' })
    expect(status).toBe(201)
    expect(body.judge).toMatchObject({ name: 'Tom Bridge', role: 'Resident', status: 'admitted' })
    expect((await meOf(event, body.judgeKey)).body.judge.id).toBe(body.judge.id)
  })

  it('creates one judge for a repeated request, even when all repeats arrive at once', async () => {
    const event = await makeEvent(server, { judges: 0 })
    const body = { name: 'Tom Bridge', joinId: joinId(), askFirst: true }
    const answers = await Promise.all(Array.from({ length: 12 }, () => join(event, body)))
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
    expect(new Set(answers.map((answer) => answer.body.judge.id)).size).toBe(1)
    expect(new Set(answers.map((answer) => answer.body.judgeKey)).size).toBe(1)
    expect(await panelOf(event)).toHaveLength(1)
    expect((await meOf(event, answers[0]!.body.judgeKey)).status).toBe(200)
  })

  it('answers a repeat after the close, and does not reactivate a stopped key', async () => {
    const event = await makeEvent(server, { judges: 0 })
    await showAll(event)
    const body = { name: 'Tom Bridge', joinId: joinId() }
    const first = (await join(event, body)).body
    await event.cue('close-scoring')
    expect((await join(event, body)).body.judge.id).toBe(first.judge.id)
    expect((await join(event, { name: 'Late', joinId: joinId() })).body.type).toBe('/problems/scoring-closed')
    await organise(event, 'POST', `/${first.judge.id}/key`)
    await join(event, body)
    await expect.poll(async () => (await meOf(event, first.judgeKey)).status, patient).toBe(401)
  })

  it('refuses a join id that could be guessed, and gives another event another key', async () => {
    const [event, elsewhere] = [await makeEvent(server), await makeEvent(server)]
    expect((await join(event, { name: 'Tom', joinId: '1' })).status).toBe(422)
    const id = joinId()
    const [here, there] = [
      await join(event, { name: 'A', joinId: id }),
      await join(elsewhere, { name: 'B', joinId: id }),
    ]
    expect(here.body.judgeKey).not.toBe(there.body.judgeKey)
    expect((await meOf(elsewhere, here.body.judgeKey)).status).toBe(403)
  })

  it('asks first when the name may be that of a judge on the panel, and creates no second one', async () => {
    const event = await makeEvent(server, { judges: 0 })
    const { judge } = await listed(event, 'Cllr Ann Shaw')
    for (const name of ['Ann Shaw', 'ann  shaw', 'Shaw, Ann', 'Ann Shew']) {
      const { status, body } = await join(event, { name, askFirst: true, joinId: joinId() })
      expect([status, body.type]).toEqual([409, '/problems/same-name'])
      expect(body.candidates).toEqual([{ id: judge.id, name: 'Cllr Ann Shaw', arrived: false }])
    }
    expect(await panelOf(event)).toHaveLength(1)
    expect((await join(event, { name: 'Bob Price', askFirst: true })).status).toBe(201)
  })

  it('lets a listed judge who has not come join at once, and keeps the personal link working', async () => {
    const event = await makeEvent(server, { judges: 0 })
    const { judge, judgeKey } = await listed(event, 'Cllr Ann Shaw', { organisation: 'Sandwell Council' })
    const claim = { name: 'Ann Shaw', role: 'Leader', organisation: 'Elsewhere', judgeId: judge.id }
    const claimed = await join(event, { ...claim, joinId: joinId() })
    expect(claimed.status).toBe(201)
    const expected = { id: judge.id, name: 'Cllr Ann Shaw', role: 'Leader', organisation: 'Sandwell Council' }
    expect(claimed.body.judge).toMatchObject(expected)
    expect((await meOf(event, claimed.body.judgeKey)).body.judge).toMatchObject(expected)
    expect((await meOf(event, judgeKey)).body.judge.id).toBe(judge.id)
    expect(await panelOf(event)).toHaveLength(1)
    expect(await historyOf(event, 'claim-judge')).toHaveLength(1)
  })

  it('gives a listed judge to one of many phones that claim it at the same moment', async () => {
    const event = await makeEvent(server, { judges: 0 })
    const { judge } = await listed(event, 'Ann Shaw')
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => join(event, { name: 'Ann Shaw', judgeId: judge.id, joinId: joinId() })),
    )
    expect(claims.filter(({ status }) => status === 201)).toHaveLength(1)
    const refused = claims.filter(({ status }) => status !== 201).map(({ body }) => body.type)
    expect(new Set(refused)).toEqual(new Set(['/problems/judge-here']))
    expect(await panelOf(event)).toHaveLength(1)
  })

  it('gives nobody the ballots of a judge who is here, waits, was removed or is of another event', async () => {
    const event = await makeEvent(server, { judges: 2, admission: 'desk' })
    const elsewhere = await makeEvent(server, { judges: 1 })
    await showAll(event)
    await event.score(0, 0, 5)
    await organise(event, 'POST', `/${event.judges[1]!.id}/remove`)
    const waiting = (await join(event, { name: 'Waits' })).body.judge
    const claim = async (judgeId: string) => (await join(event, { name: 'Anybody', judgeId })).body.type
    expect(await claim(event.judges[0]!.id)).toBe('/problems/judge-here')
    for (const id of [event.judges[1]!.id, waiting.id, elsewhere.judges[0]!.id, 'nobody'])
      expect(await claim(id)).toBe('/problems/no-such-judge')
  })

  it('holds a claim until the desk admits it, and only then opens the listed judge’s ballots', async () => {
    const event = await makeEvent(server, { judges: 1, admission: 'desk' })
    await showAll(event)
    const [judge] = event.judges
    const claimed = (await join(event, { name: 'judge 1', judgeId: judge!.id, joinId: joinId() })).body
    expect(claimed.judge.status).toBe('waiting')
    expect(claimed.judge.id).not.toBe(judge!.id)
    await event.score(0, 0, 5)
    expect((await score(event, claimed.judgeKey, 0, 1, new Date())).status).toBe(403)
    const desk = (await server.call('GET', `${event.path}/desk`, undefined, event.key)).body.panel
    expect(desk.find((member: any) => member.id === claimed.judge.id).claim).toEqual({
      name: 'Judge 1',
      removed: false,
    })

    const admitted = await organise(event, 'POST', `/${claimed.judge.id}/admit`)
    expect(admitted.body.judge.id).toBe(judge!.id)
    await expect.poll(async () => (await meOf(event, claimed.judgeKey)).body.judge.id, patient).toBe(judge!.id)
    expect(await ballotsOf(event, claimed.judgeKey)).toHaveLength(1)
    const standing = (await panelOf(event)).filter((member: any) => member.status !== 'removed')
    expect(standing).toHaveLength(1)
  })

  it('readmits a removed judge through the desk only: not by name, near name, the same phone or the same request', async () => {
    const event = await makeEvent(server, { judges: 0 })
    const first = { name: 'Tom Bridge', joinId: joinId() }
    const { judge, judgeKey } = (await join(event, first)).body
    await organise(event, 'POST', `/${judge.id}/remove`)
    for (const name of ['Tom Bridge', 'tom brigde', 'Cllr Tom Bridge'])
      expect((await join(event, { name })).body.judge.status).toBe('waiting')
    expect((await join(event, first)).body.judge).toMatchObject({ id: judge.id, status: 'removed' })
    const asOther = await server.fetch(
      new Request(`http://hall.test${event.path}/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `demo-hour-judge-${event.event.slug}=${judgeKey}` },
        body: JSON.stringify({ name: 'Quite Another' }),
      }),
    )
    expect(((await asOther.json()) as any).judge.status).toBe('waiting')
    expect((await join(event, { name: 'Ann Shaw' })).body.judge.status).toBe('admitted')
  })

  it('shows whoever joins the listed judges who have not come, and no other name', async () => {
    const event = await makeEvent(server, { judges: 2 })
    await join(event, { name: 'Walks in' })
    await server.call('GET', `${event.path}/judges/me`, undefined, event.judgeKeys[0])
    const expected = async () => (await server.call('GET', `${event.path}/judges/expected`)).body.judges
    await expect.poll(expected, patient).toEqual([{ id: event.judges[1]!.id, name: 'Judge 2', arrived: false }])
    await server.call('PATCH', event.path, { admission: 'link' }, event.key)
    await expect.poll(expected, patient).toEqual([])
  })

  it('merges two judges at the desk: the newest ballot of each team stays, as previewed, and both phones continue', async () => {
    const event = await makeEvent(server, { judges: 0, entries: 4 })
    await showAll(event)
    const own = (await join(event, { name: 'Ann Shaw' })).body
    const other = (await join(event, { name: 'Cllr Ann Shaw' })).body
    const begunMs = Date.now() - 100_000
    const at = (seconds: number) => new Date(begunMs + seconds * 1000)
    await score(event, own.judgeKey, 0, 2, at(1))
    await score(event, own.judgeKey, 1, 2, at(9))
    await score(event, own.judgeKey, 2, 2, at(3))
    await score(event, other.judgeKey, 1, 5, at(4))
    await score(event, other.judgeKey, 2, 5, at(10))
    await score(event, other.judgeKey, 3, 5, at(5))
    const id = (entry: number) => event.entries[entry]!.id
    const path = `/${own.judge.id}/merge`
    const preview = await organise(event, 'GET', `${path}/${other.judge.id}`)
    expect(preview.body).toEqual({
      own: [id(0)],
      moved: [id(3)],
      both: [
        { entryId: id(1), newest: 'own' },
        { entryId: id(2), newest: 'other' },
      ],
    })
    expect((await panelOf(event)).every((judge: any) => judge.status === 'admitted')).toBe(true)

    const merged = await organise(event, 'POST', path, { otherId: other.judge.id })
    expect(merged.body.judge.id).toBe(own.judge.id)
    await expect.poll(async () => (await meOf(event, other.judgeKey)).body.judge.id, patient).toBe(own.judge.id)
    for (const key of [own.judgeKey, other.judgeKey]) {
      const values = Object.fromEntries(
        (await ballotsOf(event, key)).map((ballot: any) => [ballot.entryId, Object.values(ballot.scores)[0]]),
      )
      expect(values).toEqual({ [id(0)]: 2, [id(1)]: 2, [id(2)]: 5, [id(3)]: 5 })
    }
    expect((await score(event, other.judgeKey, 0, 4, at(20))).status).toBe(200)
    expect((await ballotsOf(event, own.judgeKey)).find((ballot: any) => ballot.entryId === id(0)).editedAt).toBe(
      (await ballotsOf(event, other.judgeKey)).find((ballot: any) => ballot.entryId === id(0)).editedAt,
    )
    await event.cue('close-scoring')
    const line = (await historyOf(event, 'merge-judges')).at(-1)
    expect(line.detail).toMatchObject({ name: 'Ann Shaw', otherName: 'Cllr Ann Shaw', ballots: 2 })
    const results = await server.call('GET', `${event.path}/results`, undefined, event.key)
    expect(results.body.standings.map((standing: any) => standing.ballots)).toEqual([1, 1, 1, 1])

    const removed = (await panelOf(event)).find((judge: any) => judge.id === other.judge.id)
    expect(removed).toMatchObject({ status: 'removed', mergedInto: own.judge.id })
    expect((await organise(event, 'POST', `/${other.judge.id}/admit`)).body.type).toBe('/problems/judge-merged')
    expect((await organise(event, 'POST', path, { otherId: other.judge.id })).body.type).toBe('/problems/judge-merged')
  })

  it('merges nobody with themself, with a judge of another event, by a judge’s key, or once the reveal has begun', async () => {
    const event = await makeEvent(server, { judges: 2 })
    const elsewhere = await makeEvent(server, { judges: 1 })
    const [judge, other] = event.judges
    const path = `/${judge!.id}/merge`
    const merge = async (otherId: string) => (await organise(event, 'POST', path, { otherId })).body.type
    expect(await merge(judge!.id)).toBe('/problems/same-judge')
    expect(await merge(elsewhere.judges[0]!.id)).toBe('/problems/no-such-judge')
    expect((await organise(event, 'GET', `${path}/${elsewhere.judges[0]!.id}`)).status).toBe(404)
    const asJudge = [`${event.path}/judges${path}`, { otherId: other!.id }, event.judgeKeys[0]] as const
    expect((await server.call('POST', ...asJudge)).status).toBe(403)
    await showAll(event)
    for (const n of [0, 1]) await event.score(n, 0, 4)
    await event.cue('close-scoring')
    await event.cue('start-reveal')
    expect(await merge(other!.id)).toBe('/problems/too-late-to-change')
  })

  it('lets the organiser and the judge alone correct a name, and records it in the history', async () => {
    const event = await makeEvent(server, { judges: 2 })
    const [judge] = event.judges
    const path = `${event.path}/judges/${judge!.id}`
    const own = `${event.path}/judges/me`
    const byDesk = await server.call('PATCH', path, { name: 'Ann Shaw', role: 'Leader' }, event.key)
    expect(byDesk.body.judge).toMatchObject({ id: judge!.id, name: 'Ann Shaw', role: 'Leader', status: 'admitted' })
    const bySelf = await server.call('PATCH', own, { name: 'Anne Shaw' }, event.judgeKeys[0])
    expect(bySelf.body.judge).toMatchObject({ name: 'Anne Shaw', role: 'Leader' })
    expect((await server.call('PATCH', path, { name: 'X' }, event.judgeKeys[1])).status).toBe(403)
    expect((await server.call('PATCH', own, { name: 'X' }, event.teamKeys[0])).status).toBe(403)
    expect((await server.call('PATCH', path, { name: ' ' }, event.key)).status).toBe(422)
    await server.call('PATCH', path, { name: 'Anne Shaw' }, event.key)
    expect((await historyOf(event, 'correct-judge')).map((line: any) => line.detail)).toEqual([
      { judgeId: judge!.id, name: 'Ann Shaw', formerName: 'Judge 1', bySelf: false },
      { judgeId: judge!.id, name: 'Anne Shaw', formerName: 'Ann Shaw', bySelf: true },
    ])
    await server.call('DELETE', `${event.path}/people`, { name: event.event.name }, event.key)
    const details = (await historyOf(event, 'correct-judge')).map((line: any) => JSON.stringify(line.detail))
    expect(details.join()).not.toMatch(/Shaw/)
  })
})
