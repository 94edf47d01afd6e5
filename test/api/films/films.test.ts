import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filmPartBytes, maxFilmsBytes } from '../../../api/rules/film/film.ts'
import { makeEvent, openServer, type Server, type TestEvent } from '../../support/show.ts'

/** Bytes that begin as an MP4 does; each byte after that depends on its place. */
function makeFilm(bytes: number, seed = 1): Uint8Array<ArrayBuffer> {
  const film = new Uint8Array(bytes).map((_, at) => (at * 31 + (at >> 8) * 7 + seed) & 255)
  film.set(new TextEncoder().encode('\0\0\0\x20ftypisom'))
  return film
}

describe('films', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const pathOf = (event: TestEvent, entry = 0) => `${event.path}/entries/${event.entries[entry]!.id}/film`
  const start = (event: TestEvent, film: Uint8Array, more: object = {}, entry = 0) =>
    server.call(
      'POST',
      pathOf(event, entry),
      { name: 'demo.mp4', bytes: film.length, modifiedMs: 7, ...more },
      event.key,
    )
  const request = (path: string, init: RequestInit = {}) => server.fetch(new Request(`http://hall.test${path}`, init))
  const asOrganiser = (event: TestEvent) => ({ authorization: `Bearer ${event.key}` })
  async function sendPart(event: TestEvent, filmId: string, part: number, bytes: Uint8Array<ArrayBuffer>, entry = 0) {
    const init = { method: 'PUT', headers: asOrganiser(event), body: bytes }
    const answer = await request(`${pathOf(event, entry)}/${filmId}/${part}`, init)
    return { status: answer.status, body: await answer.json() }
  }
  async function upload(
    event: TestEvent,
    film: Uint8Array<ArrayBuffer>,
    entry = 0,
    more: object = {},
  ): Promise<string> {
    const { filmId, parts, received } = (await start(event, film, more, entry)).body
    for (let part = received; part < parts; part += 1) {
      const bytes = film.slice(part * filmPartBytes, (part + 1) * filmPartBytes)
      expect((await sendPart(event, filmId, part, bytes, entry)).status).toBe(200)
    }
    return filmId
  }
  const read = async (event: TestEvent, headers: Record<string, string> = {}, entry = 0) => {
    const answer = await request(pathOf(event, entry), { headers })
    return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
  }

  it('arrive in parts and are read whole and by ranges, byte for byte, on every instance', async () => {
    const event = await makeEvent(server)
    const film = makeFilm(2 * filmPartBytes + 1234)
    await upload(event, film)
    const whole = await read(event, asOrganiser(event))
    expect(whole.status).toBe(200)
    expect(Buffer.compare(whole.bytes, film)).toBe(0)
    expect(whole.headers.get('content-type')).toBe('video/mp4')
    for (const [first, last] of [
      [0, 0],
      [filmPartBytes - 2, filmPartBytes + 1],
      [5, 2 * filmPartBytes + 5],
      [film.length - 1, film.length - 1],
    ] as const) {
      const part = await read(event, { ...asOrganiser(event), range: `bytes=${first}-${last}` })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${first}-${last}/${film.length}`])
      expect(part.headers.get('content-length')).toBe(String(last - first + 1))
      expect(Buffer.compare(part.bytes, film.subarray(first, last + 1))).toBe(0)
    }
    expect((await read(event, { ...asOrganiser(event), range: `bytes=${film.length}-` })).status).toBe(416)
  })

  it('are not shown early: public once the team is on deck, and after its turn', async () => {
    const event = await makeEvent(server, { entries: 3 })
    for (const entry of [0, 1, 2]) await upload(event, makeFilm(100 + entry), entry)
    const statuses = async () => Promise.all([0, 1, 2].map(async (entry) => (await read(event, {}, entry)).status))
    expect(await statuses()).toEqual([409, 409, 409])
    const another = await makeEvent(server)
    expect((await read(event, asOrganiser(another), 2)).status).toBe(409)
    await event.cue('open-doors')
    expect(await statuses()).toEqual([200, 409, 409])
    await event.cue('next')
    expect(await statuses()).toEqual([200, 200, 409])
    await event.cue('next')
    expect(await statuses()).toEqual([200, 200, 200])
  })

  it('go on after an interrupted upload, and keep the film before until the new one is whole', async () => {
    const event = await makeEvent(server)
    const old = makeFilm(1000)
    const oldId = await upload(event, old)
    const film = makeFilm(3 * filmPartBytes, 5)
    const begun = (await start(event, film)).body
    expect(begun).toMatchObject({ parts: 3, received: 0 })
    const part = (n: number) => film.slice(n * filmPartBytes, (n + 1) * filmPartBytes)
    await sendPart(event, begun.filmId, 0, part(0))
    expect((await read(event, asOrganiser(event))).bytes.length).toBe(old.length)

    const resumed = (await start(event, film)).body
    expect(resumed).toMatchObject({ filmId: begun.filmId, received: 1 })
    // Repeated, out of order, of a wrong length: what is stored stays.
    expect((await sendPart(event, begun.filmId, 0, part(2))).body.received).toBe(1)
    expect((await sendPart(event, begun.filmId, 2, part(2))).body.type).toBe('/problems/film-part-missing')
    expect((await sendPart(event, begun.filmId, 1, part(1).slice(1))).body.type).toBe('/problems/film-part-missing')
    for (const n of [1, 2]) await sendPart(event, begun.filmId, n, part(n))
    expect(Buffer.compare((await read(event, asOrganiser(event))).bytes, film)).toBe(0)
    const { body } = await server.call('GET', `${event.path}/line-up`)
    expect(body.entries[0].film).toContain(begun.filmId)
    expect(begun.filmId).not.toBe(oldId)
    expect((await sendPart(event, oldId, 0, old)).body.type).toBe('/problems/no-such-film')

    // Another file starts afresh.
    const other = (await start(event, film, { modifiedMs: 8 })).body
    expect(other).toMatchObject({ received: 0 })
    expect(other.filmId).not.toBe(begun.filmId)
  })

  it('stay when another upload begins at the moment in which the one before ends', async () => {
    const event = await makeEvent(server)
    await upload(event, makeFilm(1000))
    for (let round = 0; round < 20; round += 1) {
      const film = makeFilm(1000, round)
      const { filmId } = (await start(event, film, { modifiedMs: 100 + 2 * round })).body
      await Promise.all([sendPart(event, filmId, 0, film), start(event, film, { modifiedMs: 101 + 2 * round })])
      expect((await read(event, asOrganiser(event))).status).toBe(200)
    }
  })

  it('that were replaced meanwhile are sent whole to a browser that holds the beginning of the one before', async () => {
    const event = await makeEvent(server)
    await upload(event, makeFilm(1000))
    const held = (await read(event, asOrganiser(event))).headers.get('etag')!
    const range = { ...asOrganiser(event), range: 'bytes=500-', 'if-range': held }
    expect((await read(event, range)).status).toBe(206)
    const film = makeFilm(900, 3)
    await upload(event, film, 0, { modifiedMs: 8 })
    const answer = await read(event, range)
    expect([answer.status, Buffer.compare(answer.bytes, film)]).toEqual([200, 0])
  })

  it('of a wrong kind or size are refused with a sentence, and nothing changes', async () => {
    const event = await makeEvent(server)
    const good = makeFilm(500)
    await upload(event, good)
    const text = new TextEncoder().encode('This is no film at all.')
    const { filmId } = (await start(event, text, { name: 'notes.mp4' })).body
    expect((await sendPart(event, filmId, 0, text)).body).toMatchObject({
      type: '/problems/not-a-film',
      title: 'A film is an MP4 or WebM file. Save it as MP4 and choose that',
    })
    expect((await start(event, good, { bytes: 0 })).body.fields[0].title).toBe('This file is empty')
    expect((await start(event, good, { bytes: 100 * 1024 * 1024 + 1 })).body.detail).toBe('A film takes at most 100 MB')
    expect((await start(event, good, {}, 0)).status).toBe(200)
    for (const key of [undefined, event.teamKeys[0], event.judgeKeys[0]])
      expect(
        (await server.call('POST', pathOf(event), { name: 'a', bytes: 1, modifiedMs: 1 }, key)).status,
      ).toBeGreaterThan(400)
    expect(Buffer.compare((await read(event, asOrganiser(event))).bytes, good)).toBe(0)
    await server.call('DELETE', pathOf(event), {}, event.key)
    expect((await read(event, asOrganiser(event))).status).toBe(404)
  })

  it('of one event take a bounded room', async () => {
    const event = await makeEvent(server, { entries: 8 })
    const bytes = 100 * 1024 * 1024
    const answers = []
    for (let entry = 0; entry < 7; entry += 1)
      answers.push((await start(event, new Uint8Array(1), { bytes }, entry)).body.type)
    const fit = Math.floor(maxFilmsBytes / bytes)
    expect(answers).toEqual([...Array(fit).fill(undefined), ...Array(7 - fit).fill('/problems/event-full')])
  })

  it('fill the wall for their own team alone', async () => {
    const event = await makeEvent(server, { entries: 2 })
    expect((await event.cue('show-film')).body.type).toBe('/problems/not-open')
    await event.cue('open-doors')
    expect((await event.cue('show-film')).body.type).toBe('/problems/nobody-on-stage')
    await event.cue('next')
    const shown = (await event.cue('show-film')).body
    expect(shown).toMatchObject({ scene: 'on-stage', film: { startedAt: expect.any(String) } })
    expect((await event.cue('show-film')).body.version).toBe(shown.version)
    expect((await event.cue('start-timer')).body.film).toEqual(shown.film)
    expect((await event.cue('hide-film')).body.film).toBeNull()
    for (const [cue, more] of [
      ['next', {}],
      ['back', {}],
      ['break', { message: 'Tea' }],
      ['blank', {}],
      ['open-scoring', {}],
      ['own-laptop', {}],
      ['close-scoring', {}],
    ] as const) {
      expect((await event.cue('show-film')).body.film).not.toBeNull()
      expect([cue, (await event.cue(cue, more)).body.film]).toEqual([cue, null])
    }
  })
})
