import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, owner, type Server, showAll } from '../../support/show.ts'

describe('the data of a judge who asks', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  it('are whole, name nobody else, and open to the organiser alone when judges have finished scoring', async () => {
    const [event, other] = [await makeEvent(server), await makeEvent(server)]
    const [first, second] = event.judges
    const read = (id: string, key: string | undefined = event.key) =>
      server.call('GET', `${event.path}/judges/${id}/data`, undefined, key)
    await server.call('PATCH', `${event.path}/judges/${second!.id}`, { name: 'Zygmunt' }, event.key)
    await server.call('PATCH', `${event.path}/judges/${first!.id}`, { role: 'Mayor' }, event.key)
    await showAll(event)
    await event.score(0, 0, 3, { comment: 'First words' })
    await event.score(0, 0, 4, { comment: 'Second words' })
    await event.score(1, 0, 2, { comment: 'Of somebody else' })
    expect((await read(first!.id)).body.type).toBe('/problems/results-sealed')
    await event.cue('close-scoring')

    for (const key of [other.key, event.judgeKeys[0], event.teamKeys[0]])
      expect((await read(first!.id, key)).status).toBe(403)
    expect((await server.call('GET', `${event.path}/judges/${first!.id}/data`)).status).toBe(401)
    for (const id of [other.judges[0]!.id, 'nobody']) expect((await read(id)).body.type).toBe('/problems/no-such-judge')

    const { status, body, text } = await read(first!.id)
    expect([status, (await read(first!.id, owner)).status]).toEqual([200, 200])
    expect(body.judge).toMatchObject({ id: first!.id, name: 'Judge 1', role: 'Mayor', status: 'admitted' })
    expect(body.links).toMatchObject([{ madeAt: expect.any(String), sentAt: null, stoppedAt: null }])
    expect(body.ballots).toMatchObject([{ entryId: event.entries[0]!.id, comment: 'Second words' }])
    expect(body.ballotEdits.at(-1)).toMatchObject({ entryId: event.entries[0]!.id, comment: 'Second words' })
    expect(body.decisions.map(({ what }: any) => what)).toContain('correct-judge')
    for (const foreign of ['Zygmunt', 'Of somebody else', second!.id, event.judgeKeys[0]!])
      expect(text).not.toContain(foreign)
    const { history } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    expect(history.at(-1)).toMatchObject({ what: 'export-judge', detail: { judgeId: first!.id } })
  })
})
