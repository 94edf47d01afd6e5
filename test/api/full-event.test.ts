import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventLimits } from '../../api/schema/limits.ts'
import { rankArchive } from '../support/rank-archive.ts'
import { makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../support/show.ts'
import { noisyPng } from '../support/small-pictures.ts'

const kibibyte = 1024
const limits = {
  ...eventLimits,
  ...{ entries: 12, panel: 8, judges: 10 },
  ...{ judgingBytes: 600 * kibibyte, judgeBytes: 120 * kibibyte, historyBytes: 40 * kibibyte },
}

describe('an event that is filled to every limit', () => {
  let server: Server
  let fresh: Server
  let event: TestEvent
  beforeAll(async () => {
    server = await openServer()
    fresh = await openServer()
    server.context.eventLimits = limits
    event = await makeEvent(server, { entries: limits.entries, judges: limits.panel })
    await showAll(event)
  })
  afterAll(async () => {
    await server.close()
    await fresh.close()
  })

  const put = (judge: number, entry: number, comment: string, value = 3) =>
    event.score(judge, entry, value, { comment })
  const problem = (answer: { body: { type?: string } }) => answer.body.type
  const send = (method: string, path: string, body?: unknown) => server.call(method, event.path + path, body, event.key)

  it('accepts no more teams and judges than its limits', async () => {
    expect(problem(await send('POST', '/entries', { title: 'More', team: 'More' }))).toBe('/problems/event-full')
    expect(problem(await send('POST', '/judges', { name: 'More' }))).toBe('/problems/panel-full')
  })

  it('limits the space of one judge who floods, and accepts the others’ ballots', async () => {
    const long = '"🙂\n'.repeat(660)
    const statuses: number[] = []
    for (let entry = 0; entry < limits.entries; entry += 1) statuses.push((await put(0, entry, long)).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 409])
    expect(problem(await put(0, limits.entries - 1, long))).toBe('/problems/event-full')
    expect((await put(1, 0, long)).status).toBe(200)
    expect((await put(0, 0, long, 5)).status).toBe(200)
    expect((await put(0, 1, 'Shorter', 4)).status).toBe(200)
  })

  it('accepts ballots until together they fill their space', async () => {
    const long = 'é'.repeat(2000)
    const statuses = new Set<number>()
    for (let judge = 1; judge < limits.panel; judge += 1)
      for (let entry = 0; entry < limits.entries; entry += 1) statuses.add((await put(judge, entry, long)).status)
    expect([...statuses].sort()).toEqual([200, 409])
  })

  it('records no more lines than its history may have, but every decision, and plays every cue', async () => {
    for (let n = 0; n < 200; n += 1) {
      const text = `${n} ${'🙂'.repeat(100)}`
      expect((await event.cue('message', { text })).body.message).toBe(text)
    }
    const cues = async () =>
      (await send('GET', '/history')).body.history.map((line: { what: string }) => line.what) as string[]
    const lines = await cues()
    expect(lines.filter((what) => what === 'message').length).toBeLessThan(150)
    await event.cue('close-scoring')
    expect((await cues()).at(-1)).toBe('close-scoring')
    await event.cue('reopen-scoring')
  })

  it('refuses decisions when even their space is full, and still reaches its end', async () => {
    const entry = `/entries/${event.entries[0]!.id}`
    const reason = '🙂'.repeat(100)
    let refused: unknown
    for (let n = 0; n < 200 && refused === undefined; n += 1) {
      for (const [path, body] of [
        ['disqualify', { reason }],
        ['reinstate', {}],
      ] as const)
        refused ??= problem(await send('POST', `${entry}/${path}`, body))
    }
    expect(refused).toBe('/problems/event-full')
    expect((await event.cue('close-scoring')).status).toBe(200)
    expect((await event.cue('reopen-scoring')).body.type).toBe('/problems/event-full')
    expect((await send('GET', '/history')).body.history.at(-1)).toMatchObject({ what: 'close-scoring' })
  })

  it('is exported, imported into a fresh installation and exported the same', async () => {
    for (const [n, { id }] of event.entries.entries()) {
      const ballot = {
        method: 'PUT',
        headers: { authorization: `Bearer ${event.key}` },
        body: new Blob([new Uint8Array(noisyPng(100 * kibibyte, n))]),
      }
      const answer = await server.fetch(new Request(`http://hall.test${event.path}/entries/${id}/picture`, ballot))
      expect(answer.status).toBe(200)
    }
    await event.cue('start-reveal')
    const out = await send('GET', '/archive')
    expect([out.body.ballots.length > 20, out.body.released.counted !== null]).toEqual([true, true])
    const imported = await fresh.call('POST', '/api/archive', out.text, owner)
    expect(imported.status).toBe(201)
    const again = await fresh.call('GET', `${event.path}/archive`, undefined, imported.body.organiserKey)
    expect(again.text).toBe(out.text)
    expect(rankArchive(again.body).standings).toEqual(rankArchive(out.body).standings)
  })

  it('is downloaded by a few at once, and by others when those are done', async () => {
    const download = () =>
      server.fetch(
        new Request(`http://hall.test${event.path}/archive`, { headers: { authorization: `Bearer ${event.key}` } }),
      )
    const open = await Promise.all([1, 2, 3, 4].map(download))
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const refused = await download()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
    await open[0]!.body!.cancel()
    await open[1]!.arrayBuffer()
    expect((await download()).status).toBe(200)
    for (const answer of open.slice(2)) await answer.body!.cancel()
  })
})
