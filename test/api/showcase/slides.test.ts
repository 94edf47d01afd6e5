import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openFeed, openServer, owner, type Server, type TestEvent } from '../../support/show.ts'
import { putSlide } from '../../support/slides.ts'
import { jpeg, noisyPng, png, webp } from '../../support/small-pictures.ts'

describe('the slides of a team', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const codeOf = ({ body }: { body: any }) => body.type?.replace('/problems/', '') ?? 'done'
  const idOf = (event: TestEvent, n: number) => event.entries[n]!.id
  const slidesPath = (event: TestEvent, n: number) => `${event.path}/entries/${idOf(event, n)}/slides`
  const put = (event: TestEvent, n: number, page: number | string, key?: string, more = {}) =>
    putSlide(server, event, idOf(event, n), page, key, more)
  const get = async (path: string, key?: string) => {
    const headers = key === undefined ? undefined : { authorization: `Bearer ${key}` }
    const response = await server.fetch(new Request(`http://hall.test${path}`, { headers }))
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
  }
  const mine = async (event: TestEvent, n: number) =>
    (await server.call('GET', `${event.path}/entries/mine`, undefined, event.teamKeys[n])).body.entry.slides
  const stage = async (event: TestEvent) => (await server.call('GET', `${event.path}/stage`)).body
  const upload = async (event: TestEvent, n: number, deck: string, pages: Uint8Array[], key = event.teamKeys[n]) => {
    const answers = []
    for (const [at, bytes] of pages.entries())
      answers.push(await put(event, n, at + 1, key, { bytes, query: `?deck=${deck}&of=${pages.length}` }))
    return answers
  }

  it('are sent page by page, as pictures without metadata, and replaced or deleted', async () => {
    const event = await makeEvent(server)
    expect(await mine(event, 0)).toBeNull()
    expect((await put(event, 0, 1, event.teamKeys[0], { bytes: jpeg })).body).toEqual({
      slides: { pages: 1, version: expect.any(String) },
    })
    expect(codeOf(await put(event, 0, 3, event.teamKeys[0]))).toBe('no-such-slide')
    const second = await put(event, 0, 2, event.key, { bytes: webp })
    expect(second.body.slides.pages).toBe(2)
    expect(await mine(event, 0)).toEqual(second.body.slides)
    const first = await get(`${slidesPath(event, 0)}/1`, event.teamKeys[0])
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
    })
    expect(Buffer.from(first.bytes).toString('latin1')).not.toContain('Taken at home')
    const replaced = (await put(event, 0, 1, event.teamKeys[0], { bytes: png(7, 7) })).body.slides
    expect([replaced.pages, replaced.version === second.body.slides.version]).toEqual([2, false])
    expect((await get(`${slidesPath(event, 0)}/1`, event.key)).bytes).toEqual(png(7, 7))
    expect((await get(`${slidesPath(event, 0)}/2`, event.key)).bytes).toEqual(webp)
    const listed = await server.call('GET', `${event.path}/slides`, undefined, event.key)
    expect(listed.body.slides).toEqual([{ entryId: idOf(event, 0), ...replaced }])
    expect(codeOf(await server.call('GET', `${event.path}/slides`, undefined, event.teamKeys[0]))).toBe('wrong-door')
    const deleted = await server.call('DELETE', slidesPath(event, 0), undefined, event.teamKeys[0])
    expect(deleted.body).toEqual({ slides: { pages: 0, version: '' } })
    expect(await mine(event, 0)).toBeNull()
    expect((await get(`${slidesPath(event, 0)}/1`, event.key)).status).toBe(404)
  })

  it('are read by the own team and the organiser always, by everyone from when the team is on deck', async () => {
    const event = await makeEvent(server)
    const elsewhere = await makeEvent(server)
    for (const n of [0, 1, 2]) await put(event, n, 1, event.key, { bytes: png(9, 1 + n) })
    const status = async (n: number, key?: string) => (await get(`${slidesPath(event, n)}/1`, key)).status
    const forEveryone = async () => [await status(0), await status(1), await status(2)]
    const known = async () =>
      (await server.call('GET', `${event.path}/line-up`)).body.entries.map((entry: any) => entry.slides?.pages ?? 0)
    for (const [key, expected] of [
      [event.teamKeys[1], 200],
      [event.key, 200],
      [owner, 200],
      [event.teamKeys[0], 404],
      [event.judgeKeys[0], 404],
      [elsewhere.key, 404],
      ['nobody', 404],
    ] as const)
      expect([key, await status(1, key)]).toEqual([key, expected])
    expect(await forEveryone()).toEqual([404, 404, 404])
    expect((await stage(event)).onDeck.slides).toBeNull()
    await event.cue('open-doors')
    expect(await forEveryone()).toEqual([200, 404, 404])
    expect(await known()).toEqual([0, 0, 0])
    const { slides } = (await stage(event)).onDeck
    const address = `${slidesPath(event, 0)}/1?v=${slides.version}`
    expect((await get(address)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get(`${address}x`)).headers.get('cache-control')).toBe('no-cache')
    await event.cue('next')
    expect(await forEveryone()).toEqual([200, 200, 404])
    expect(await known()).toEqual([1, 0, 0])
    await event.cue('next')
    await event.cue('back')
    expect(await forEveryone()).toEqual([200, 200, 404])
    await event.cue('close-scoring')
    expect(await forEveryone()).toEqual([200, 200, 404])
    for (const page of ['0', '2', '41', '-1', '1.5', 'x', '%31'])
      expect([page, (await get(`${slidesPath(event, 0)}/${page}`)).status]).toEqual([page, page === '%31' ? 200 : 404])
  })

  it('are changed by the own team until the entries are frozen, and by the organiser at any time', async () => {
    const event = await makeEvent(server)
    expect(codeOf(await put(event, 1, 1, event.teamKeys[0]))).toBe('wrong-door')
    expect(codeOf(await put(event, 1, 1, event.judgeKeys[0]))).toBe('wrong-door')
    expect(codeOf(await put(event, 1, 1))).toBe('key-needed')
    await put(event, 0, 1, event.teamKeys[0])
    await server.call('PATCH', event.path, { entriesFrozen: true }, event.key)
    const refused = await put(event, 0, 1, event.teamKeys[0])
    expect([codeOf(refused), refused.body.detail]).toEqual(['entries-frozen', expect.stringMatching(/desk/)])
    const kept = await server.call('DELETE', slidesPath(event, 0), undefined, event.teamKeys[0])
    expect([codeOf(kept), (await mine(event, 0)).pages]).toEqual(['entries-frozen', 1])
    expect((await put(event, 0, 2, event.key)).body.slides.pages).toBe(2)
  })

  it('stay as they were until the last page of another deck has come, and for good when it never comes', async () => {
    const event = await makeEvent(server)
    const [old] = await upload(event, 0, 'deck-old-1', [png(1, 1)])
    expect(old!.body.slides).toEqual({ pages: 1, version: 'deck-old-1' })
    const before = await mine(event, 0)
    const { lineUpVersion } = await stage(event)
    const half = (page: number, deck = 'deck-new-1') =>
      put(event, 0, page, event.teamKeys[0], { bytes: png(2, page), query: `?deck=${deck}&of=3` })
    for (const page of [3, 1, 1]) expect((await half(page)).body.slides).toEqual(before)
    expect((await get(`${slidesPath(event, 0)}/1`, event.key)).bytes).toEqual(png(1, 1))
    expect((await get(`${slidesPath(event, 0)}/3`, event.key)).status).toBe(404)
    expect((await stage(event)).lineUpVersion).toBe(lineUpVersion)
    // Another try begins anew: pages of the first do not complete it.
    for (const page of [1, 2]) expect((await half(page, 'deck-new-2')).body.slides).toEqual(before)
    expect(
      codeOf(
        await put(event, 0, 3, event.teamKeys[0], { bytes: jpeg.subarray(0, 90), query: '?deck=deck-new-2&of=3' }),
      ),
    ).toBe('not-a-picture')
    expect(await mine(event, 0)).toEqual(before)
    expect((await half(3, 'deck-new-2')).body.slides).toEqual({ pages: 3, version: 'deck-new-2' })
    expect((await half(3, 'deck-new-2')).body.slides).toEqual({ pages: 3, version: 'deck-new-2' })
    expect((await get(`${slidesPath(event, 0)}/3`, event.key)).bytes).toEqual(png(2, 3))
    expect((await stage(event)).lineUpVersion).toBe(lineUpVersion + 1)
    const [{ rows }] = (await server.db.sql`select count(*)::int as rows from slide_pages`) as any
    const [{ others }] = (await server.db.sql`
      select count(*)::int as others from slide_pages where deck like 'deck-new-1' or deck like 'deck-old-1'`) as any
    expect([rows > 0, others]).toEqual([true, 0])
  })

  it('are refused with a reason when they are too many, too large or no pictures', async () => {
    const event = await makeEvent(server)
    for (const [page, more, code] of [
      [1, { bytes: new TextEncoder().encode('<svg onload="alert(1)">') }, 'not-a-picture'],
      [1, { bytes: noisyPng(300 * 1024 + 1, 1) }, 'body-too-large'],
      [1, { bytes: png(5000, 1) }, 'picture-too-large'],
      [41, {}, 'too-many-slides'],
      ['0', {}, 'too-many-slides'],
      [1, { query: '?deck=deck-long-1&of=41' }, 'invalid'],
      [1, { query: '?deck=deck-long-1' }, 'invalid'],
      [1, { query: '?of=3' }, 'invalid'],
      [1, { query: '?deck=a%00aaaaaa&of=3' }, 'no-such-page'],
      [4, { query: '?deck=deck-long-1&of=3' }, 'no-such-slide'],
    ] as const)
      expect([page, more, codeOf(await put(event, 0, page, event.teamKeys[0], more))]).toEqual([page, more, code])
    expect(await mine(event, 0)).toBeNull()
    expect((await put(event, 0, 1, event.teamKeys[0], { bytes: noisyPng(300 * 1024, 1) })).status).toBe(200)
    const forty = Array.from({ length: 40 }, (_, n) => png(3, 1 + n))
    expect((await upload(event, 1, 'deck-forty', forty)).at(-1)!.body.slides.pages).toBe(40)
  })

  it('are shown, turned and hidden on every screen, and end with the turn', async () => {
    const event = await makeEvent(server)
    await upload(event, 0, 'deck-stage', [png(1, 1), png(2, 2), png(3, 3)])
    await event.cue('open-doors')
    expect(codeOf(await event.cue('show-slides'))).toBe('nobody-on-stage')
    await event.cue('next')
    const screen = await openFeed(`${await server.listen()}${event.path}/feed`)
    expect((await stage(event)).slides).toBeNull()
    expect((await event.cue('show-slides')).body.slides).toEqual({ page: 1, of: 3, turns: null })
    for (const page of [2, 3, 2]) expect((await event.cue('slide', { page })).body.slides.page).toBe(page)
    await screen.until(({ data }) => data.slides?.page === 2)
    expect(codeOf(await event.cue('slide', { page: 4 }))).toBe('no-such-slide')
    for (const page of [0, 41, 1.5, '2', 'last', null])
      expect(codeOf(await event.cue('slide', { page }))).toBe('invalid')
    await upload(event, 0, 'deck-shorter', [png(5, 5)])
    expect((await stage(event)).slides).toEqual({ page: 1, of: 1, turns: null })
    await screen.until(({ data }) => data.slides?.of === 1 && data.onStage.slides.version === 'deck-shorter')
    await server.call('DELETE', slidesPath(event, 0), undefined, event.key)
    expect((await stage(event)).slides).toBeNull()
    await event.cue('next')
    expect(codeOf(await event.cue('show-slides'))).toBe('no-slides')
    await screen.close()
  })

  it('turn by themselves at the slot’s pace, which the organiser sets', async () => {
    const event = await makeEvent(server)
    const entry = `${event.path}/entries/${idOf(event, 0)}`
    await upload(event, 0, 'deck-paced', [png(1, 1), png(2, 2)])
    expect(codeOf(await server.call('PATCH', entry, { pageSeconds: 20 }, event.teamKeys[0]))).toBe('wrong-door')
    expect(codeOf(await server.call('PATCH', entry, { pageSeconds: 1 }, event.key))).toBe('invalid')
    expect((await server.call('PATCH', entry, { pageSeconds: 20 }, event.key)).body.entry.pageSeconds).toBe(20)
    await event.cue('open-doors')
    await event.cue('next')
    await event.cue('show-slides')
    const { body } = await event.cue('start-timer')
    const startMs = Date.parse(body.timer.endsAt) - body.timer.plannedMs
    expect(body.slides).toMatchObject({ page: 1, of: 2 })
    expect([Date.parse(body.slides.turns.at) - startMs, body.slides.turns.everyMs]).toEqual([20_000, 20_000])
  })

  it('are archived beside the pictures, imported, and copied with their entries', async () => {
    const event = await makeEvent(server)
    await upload(event, 1, 'deck-saved', [png(1, 1), jpeg])
    await put(event, 1, 1, event.teamKeys[1], { query: '?deck=deck-ended-early&of=2' })
    const archive = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body
    expect(archive.entrySlides.map(({ entryId, page, mediaType }: any) => [entryId, page, mediaType])).toEqual([
      [idOf(event, 1), 1, 'image/png'],
      [idOf(event, 1), 2, 'image/jpeg'],
    ])
    expect(JSON.stringify(archive.entries)).not.toContain('deck-saved')
    const { body: copied } = await server.call('POST', `${event.path}/copy`, { entries: true }, event.key)
    const inCopy = await server.call('GET', `/api/events/${copied.event.slug}/slides`, undefined, copied.organiserKey)
    expect(inCopy.body.slides).toMatchObject([{ pages: 2 }])
    const copiedPage = `/api/events/${copied.event.slug}/entries/${inCopy.body.slides[0].entryId}/slides/1`
    expect((await get(copiedPage, copied.organiserKey)).bytes).toEqual(png(1, 1))
    const other = await openServer()
    try {
      for (const [change, pointer] of [
        [(pages: any[]) => void pages.pop(), undefined],
        [(pages: any[]) => void pages.reverse(), '/entrySlides/0/page'],
        [(pages: any[]) => void Object.assign(pages[1], { page: 3 }), '/entrySlides/1/page'],
        [(pages: any[]) => void Object.assign(pages[0], { entryId: 'nobody' }), '/entrySlides/0/entryId'],
        [(pages: any[]) => void Object.assign(pages[0], { bytes: 'AAAA' }), '/entrySlides/0'],
        [(pages: any[]) => void Object.assign(pages[1], { deck: 'deck-other' }), '/entrySlides/1/deck'],
      ] as const) {
        const changed = structuredClone(archive)
        change(changed.entrySlides)
        const answer = await other.call('POST', '/api/archive', changed, owner)
        if (pointer === undefined) await other.db.sql`delete from events`
        expect([pointer, answer.status]).toEqual([pointer, pointer === undefined ? 201 : 422])
        if (pointer) expect(answer.body.fields.map((field: any) => field.pointer)).toContain(pointer)
      }
      const { entrySlides: _, ...older } = archive
      expect((await other.call('POST', '/api/archive', older, owner)).status).toBe(201)
      await other.db.sql`delete from events`
      const imported = await other.call('POST', '/api/archive', archive, owner)
      const again = await other.call('GET', `${event.path}/archive`, undefined, imported.body.organiserKey)
      expect(again.body).toEqual(archive)
    } finally {
      await other.close()
    }
  })
})
