import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rankArchive } from '../../support/rank-archive.ts'
import { makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../../support/show.ts'

const criteria = [{ id: 'use', name: 'Use', min: 1, max: 5 }]
const reason = 'It was shown at another event before'

describe('a disqualified team', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer({ database: 'postgres' })
  })
  afterAll(() => server.close())

  const send = (event: TestEvent, method: string, path: string, body?: unknown, key: string | undefined = event.key) =>
    server.call(method, event.path + path, body, key)
  const out = (event: TestEvent, entry: number) =>
    send(event, 'POST', `/entries/${event.entries[entry]!.id}/disqualify`, { reason })

  async function closedEvent(more: object = {}): Promise<TestEvent> {
    const event = await makeEvent(server, { criteria, entries: 4, judges: 3, ...more })
    await showAll(event)
    for (const judge of [0, 1, 2])
      for (const [entry, score] of [5, 4, 3, 1].entries())
        await event.score(judge, entry, score, entry === 0 ? { comment: 'A fine idea' } : {})
    await event.cue('close-scoring')
    return event
  }

  async function publish(event: TestEvent) {
    await event.cue('start-reveal')
    while ((await event.cue('reveal-next')).status === 200);
    expect((await event.cue('publish')).status).toBe(200)
  }

  it('leaves the awards after the close, with its prizes, and scoring stays closed', async () => {
    const event = await closedEvent()
    const [first, second, third, last] = event.entries.map(({ id }) => id)
    await send(event, 'PUT', '/prizes', {
      prizes: [
        { name: 'Kindest', entryIds: [first, last] },
        { name: 'Boldest', entryIds: [first] },
      ],
    })
    const answer = await out(event, 0)
    expect(answer.body).toEqual({ disqualified: [{ entryId: first, reason }] })
    const { body: review } = await send(event, 'GET', '/review')
    expect(review.disqualified).toEqual([{ entryId: first, reason }])
    expect(review.standings.map((standing: any) => standing.entryId)).toEqual([second, third, last])
    expect(review.warnings).toContainEqual(expect.objectContaining({ code: 'prize-withheld', entryIds: [first] }))
    expect(JSON.stringify(review.missing)).not.toContain(first)
    const { body: result } = await send(event, 'GET', '/results')
    expect(result.awards.map((award: any) => [award.name, award.entryIds])).toEqual([
      ['Kindest', [last]],
      ['3rd place', [last]],
      ['2nd place', [third]],
      ['Winner', [second]],
    ])
    expect(result.counted).toMatchObject({ ballots: 9, disqualified: 1 })
    expect((await send(event, 'GET', '')).body.event.phase).toBe('closed')
    const { history } = (await send(event, 'GET', '/history')).body
    expect(history.at(-1)).toMatchObject({ what: 'disqualify', detail: { entryId: first, reason } })
  })

  it('comes back until the reveal begins, and not afterwards', async () => {
    const event = await closedEvent()
    const before = (await send(event, 'GET', '/results')).body.standings
    await out(event, 0)
    await send(event, 'POST', `/entries/${event.entries[0]!.id}/reinstate`)
    expect((await send(event, 'GET', '/results')).body.standings).toEqual(before)
    expect((await send(event, 'GET', '/disqualified')).body).toEqual({ disqualified: [] })
    await event.cue('start-reveal')
    expect((await out(event, 0)).body).toMatchObject({ type: '/problems/too-late-to-change' })
  })

  it('is named with the reason to the organiser and itself; everyone reads that there is one', async () => {
    const event = await closedEvent({ places: 1 })
    const id = event.entries[0]!.id
    await out(event, 0)
    const sealed = [
      await server.call('GET', `${event.path}/line-up`),
      await server.call('GET', `${event.path}/stage`),
      await send(event, 'GET', `/entries/mine`, undefined, event.teamKeys[0]),
    ]
    for (const { text } of sealed) expect(text).not.toContain(reason)
    await publish(event)
    const read = async (path: string, key?: string) =>
      (await server.call('GET', event.path + path, undefined, key)).body
    const csv = (await read('/results.csv', event.key)) as string
    expect(csv.split('\r\n')[0]).toMatch(/,Use,Out of the awards$/)
    expect(csv).toMatch(new RegExp(`\r\n,Team 1,.*,${reason}\r\n$`))
    for (const key of [event.key, event.teamKeys[0]!]) {
      expect((await read('/record', key)).result.disqualified).toEqual([{ entryId: id, reason }])
      expect((await read(`/entries/${id}/feedback`, key)).pack).toMatchObject({
        ...{ disqualified: reason, awards: [], ballots: 0, explanation: '' },
      })
    }
    for (const key of [undefined, event.teamKeys[1]!])
      for (const path of ['/record', '/results', '/results.csv'])
        expect(JSON.stringify(await read(path, key))).not.toContain(reason)
    expect((await read('/record')).result.counted.disqualified).toBe(1)
    await send(event, 'PATCH', '', { publishes: 'everything' })
    expect((await read('/record')).result.disqualified).toEqual([{ entryId: id, reason }])
  })

  it.each(['closed', 'final'])(
    'is no part of what npm run rank prints for the archive, here or elsewhere (%s)',
    async (phase) => {
      const event = await closedEvent()
      await out(event, 0)
      await send(event, 'PUT', '/prizes', {
        prizes: [{ name: 'Kindest', entryIds: [event.entries[1]!.id, event.entries[3]!.id] }],
      })
      if (phase === 'final') await publish(event)
      const { body: archive } = await send(event, 'GET', '/archive')
      expect(archive.entries[0].disqualified).toBe(reason)
      const { body: result } = await send(event, 'GET', '/results')
      const places = (standings: any[]) => standings.map(({ entryId, rank, score }) => ({ entryId, rank, score }))
      expect(places(rankArchive(archive).standings)).toEqual(places(result.standings))
      const elsewhere = await openServer({ database: 'postgres' })
      try {
        const importAnswer = await elsewhere.call('POST', '/api/archive', archive, owner)
        const key = importAnswer.body.organiserKey
        expect((await elsewhere.call('GET', `${event.path}/archive`, undefined, key)).body).toEqual(archive)
        const importedResult = (await elsewhere.call('GET', `${event.path}/results`, undefined, key)).body
        expect({ ...importedResult, computedAt: '' }).toEqual({ ...result, computedAt: '' })
      } finally {
        await elsewhere.close()
      }
    },
  )

  it('cannot be a warm-up, nor a team before the doors open', async () => {
    const event = await makeEvent(server, { criteria })
    expect((await out(event, 0)).body.type).toBe('/problems/not-open')
    await server.call('POST', `${event.path}/entries`, { title: 'Warm', team: 'Warm-up', warmUp: true }, event.key)
    await event.cue('open-doors')
    const { entries } = (await server.call('GET', `${event.path}/line-up`)).body
    const warmUp = entries.find((entry: any) => entry.warmUp)
    expect((await send(event, 'POST', `/entries/${warmUp.id}/disqualify`, { reason })).body.type).toBe(
      '/problems/warm-up',
    )
  })
})

describe('a prize', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer({ database: 'postgres' })
  })
  afterAll(() => server.close())

  it('is shared by the teams in entryIds; entryId alone still names one; both must agree', async () => {
    const event = await makeEvent(server)
    const [a, b] = event.entries.map(({ id }) => id)
    const put = (prize: object) =>
      server.call('PUT', `${event.path}/prizes`, { prizes: [{ name: 'Kindest', ...prize }] }, event.key)
    expect((await put({ entryIds: [b, a] })).body.prizes).toMatchObject([{ entryIds: [b, a], entryId: b }])
    expect((await put({ entryId: a })).body.prizes).toMatchObject([{ entryIds: [a], entryId: a }])
    expect((await put({})).body.prizes).toMatchObject([{ entryIds: [], entryId: null }])
    for (const invalid of [{ entryIds: [a], entryId: b }, { entryIds: [a, a] }])
      expect((await put(invalid)).body.type).toBe('/problems/invalid')
    expect((await put({ entryIds: [a, 'nobody'] })).body.type).toBe('/problems/no-such-entry')
  })

  it('of one team comes in from an archive of an earlier release', async () => {
    const event = await makeEvent(server)
    const id = event.entries[0]!.id
    await server.call('PUT', `${event.path}/prizes`, { prizes: [{ name: 'Kindest', entryId: id }] }, event.key)
    const { body } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    const prizes = body.prizes.map(({ entryIds: _, ...earlier }: any) => earlier)
    const elsewhere = await openServer({ database: 'postgres' })
    try {
      const importAnswer = await elsewhere.call('POST', '/api/archive', { ...body, prizes }, owner)
      const read = await elsewhere.call('GET', `${event.path}/prizes`, undefined, importAnswer.body.organiserKey)
      expect(read.body.prizes).toMatchObject([{ name: 'Kindest', entryIds: [id], entryId: id }])
    } finally {
      await elsewhere.close()
    }
  })
})
