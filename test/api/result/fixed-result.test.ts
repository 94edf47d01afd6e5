import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rankArchive } from '../../support/rank-archive.ts'
import { readResultSources } from '../../support/result-sources.ts'
import { makeEvent, openServer, type Server, showAll, type TestEvent } from '../../support/show.ts'

const criteria = [
  { id: 'use', name: 'Use', min: 1, max: 5, weight: 2 },
  { id: 'show', name: 'Show', min: 1, max: 5 },
]

describe('once the reveal has begun, a result', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer({ database: 'postgres' })
  })
  afterAll(() => server.close())

  async function closedEvent(): Promise<TestEvent & { waitingId: string }> {
    const event = await makeEvent(server, {
      criteria,
      entries: 3,
      judges: 4,
      admission: 'desk',
      criterionAwards: ['show'],
    })
    await server.call('POST', `${event.path}/entries`, { title: 'Warm', team: 'Warm-up', warmUp: true }, event.key)
    const waiting = await server.call('POST', `${event.path}/join`, { name: 'Late guest' })
    await showAll(event)
    for (const [judge, row] of [
      [3, 4, 2],
      [3, 4, 2],
      [5, 1, 2],
      [1, 1, 5],
    ].entries())
      for (const [entry, score] of row.entries()) await event.score(judge, entry, score)
    await server.call('POST', `${event.path}/judges/${event.judges[3]!.id}/remove`, {}, event.key)
    await event.cue('close-scoring')
    return { ...event, waitingId: waiting.body.judge.id }
  }

  async function readAll(event: TestEvent) {
    const { archive, publishedFiles: _, ...read } = await readResultSources(server, event)
    return { ...read, released: archive.released }
  }

  async function publish(event: TestEvent) {
    await event.cue('start-reveal')
    while ((await event.cue('reveal-next')).status === 200);
    expect((await event.cue('publish')).status).toBe(200)
  }

  it('stays the same whatever is tried with its inputs', async () => {
    const event = await closedEvent()
    await publish(event)
    const before = await readAll(event)
    const [first, second] = event.judges
    const attempts: [string, string, unknown][] = [
      ['POST', `/judges/${event.judges[2]!.id}/remove`, {}],
      ['POST', `/judges/${event.waitingId}/admit`, {}],
      ['POST', `/judges/${event.judges[3]!.id}/admit`, {}],
      ['POST', '/judges', { name: 'One more' }],
      ['POST', '/judges/many', { add: [{ name: 'One more' }], change: [] }],
      ['PATCH', '', { criterionAwards: ['use'] }],
      ['PATCH', '', { method: 'mean' }],
      ['PATCH', '', { places: 1 }],
      ['PUT', '/rubric', { criteria: [{ id: 'use', name: 'Other', max: 5 }] }],
      ['PUT', '/prizes', { prizes: [{ name: 'Kindest', entryId: event.entries[2]!.id }] }],
      ['PATCH', `/entries/${event.entries[0]!.id}`, { team: 'Another name' }],
      ['PATCH', `/entries/${event.entries[0]!.id}`, { warmUp: true }],
      ['DELETE', `/entries/${event.entries[0]!.id}`, undefined],
      ['POST', '/casting-votes', { entryIds: event.entries.map(({ id }) => id), by: 'Chair', reason: 'No' }],
      [
        'PUT',
        `/judges/${first!.id}/ballots/${event.entries[0]!.id}`,
        { scores: { use: 1, show: 1 }, editedAt: new Date().toISOString() },
      ],
    ]
    for (const [method, path, body] of attempts) {
      const { status, text } = await server.call(method, event.path + path, body, event.key)
      expect([path, status, text]).toEqual([
        path,
        409,
        expect.stringMatching(/too-late-to-change|scoring-closed|ballot-on-phone/),
      ])
    }
    expect((await event.cue('reopen-scoring')).status).toBe(409)
    await server.call('POST', `${event.path}/judges/${second!.id}/away`, {}, event.key)
    expect(await readAll(event)).toEqual(before)
  })

  it('gives the reason why the panel is fixed, and still lets a judge’s link be stopped', async () => {
    const event = await closedEvent()
    await event.cue('start-reveal')
    const refused = await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/remove`, {}, event.key)
    expect(refused.body).toMatchObject({
      type: '/problems/too-late-to-change',
      detail: expect.stringContaining('The result was fixed when the reveal began'),
    })
    const { body } = await server.call('GET', `${event.path}/keys`, undefined, event.key)
    const link = body.keys.find((key: { judgeId: string }) => key.judgeId === event.judges[0]!.id)
    expect((await server.call('DELETE', `${event.path}/keys/${link.id}`, undefined, event.key)).status).toBe(200)
  })

  it('is ranked again from what counted, whatever the archive says of its judges since', async () => {
    const event = await closedEvent()
    const draft = (await server.call('GET', `${event.path}/results`, undefined, event.key)).body
    const closedArchive = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body
    expect(rankArchive(closedArchive).standings.map(({ entryId, rank }) => [entryId, rank])).toEqual(
      draft.standings.map((standing: { entryId: string; rank: number }) => [standing.entryId, standing.rank]),
    )
    await event.cue('start-reveal')
    const { body: archive } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    const tampered = {
      ...archive,
      judges: archive.judges.map((judge: object) => ({ ...judge, status: 'removed' })),
      event: { ...archive.event, method: 'mean', places: 1 },
    }
    expect(rankArchive(tampered)).toEqual(rankArchive(archive))
    expect(rankArchive(archive).standings).toMatchObject(
      archive.released.result.standings.map(({ entryId, rank, score }: any) => ({ entryId, rank, score })),
    )
  })

  it('is public as far as the organiser chose: by default the winners, while each team finds its own figures', async () => {
    const event = await closedEvent()
    await server.call('PATCH', event.path, { places: 1, criterionAwards: [] }, event.key)
    await publish(event)
    const get = async (path: string, key?: string) => (await server.call('GET', event.path + path, undefined, key)).body
    const whole = await get('/results', event.key)
    const last = whole.standings.at(-1).entryId
    const everyone = await get('/results')
    expect(everyone.awards).toEqual(whole.awards)
    expect(everyone.standings).toEqual([])
    const record = await get('/record')
    const csv = await get('/results.csv')
    const { team } = event.entries.find(({ id }) => id === last)!
    for (const read of [everyone, record, csv]) {
      expect(JSON.stringify(read)).not.toContain(last)
      expect(JSON.stringify(read)).not.toContain(team)
    }
    expect(csv.trim().split('\r\n')).toHaveLength(2)
    const own = event.teamKeys[event.entries.findIndex(({ id }) => id === last)]
    expect((await get('/results', own)).standings).toMatchObject([{ entryId: last, rank: 3 }])
    expect((await get('/record', own)).result.standings).toMatchObject([{ entryId: last, rank: 3 }])
    expect((await get('/record', event.key)).result.standings).toHaveLength(3)

    const chosen = await server.call('PATCH', event.path, { publishes: 'everything' }, event.key)
    expect(chosen.body.event.publishes).toBe('everything')
    expect((await get('/results')).standings).toHaveLength(3)
    expect((await get('/results.csv')).trim().split('\r\n')).toHaveLength(4)
  })
})
