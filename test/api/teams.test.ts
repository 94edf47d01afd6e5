import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiDatabase } from '../support/databases.ts'
import { makeEvent, openFeed, openServer, owner, type Server, type TestEvent } from '../support/show.ts'
import { jpeg, png } from '../support/small-pictures.ts'

describe('a team', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const codeOf = ({ body }: { body: any }) => body.type?.replace('/problems/', '') ?? 'done'
  const entryPath = (event: TestEvent, n: number) => `${event.path}/entries/${event.entries[n]!.id}`
  const lineUp = async (event: TestEvent) => (await server.call('GET', `${event.path}/line-up`)).body.entries
  const get = (path: string) => server.fetch(new Request(`http://hall.test${path}`))

  async function put(path: string, bytes: Uint8Array, key?: string): Promise<string> {
    const response = await server.fetch(
      new Request(`http://hall.test${path}/picture`, {
        method: 'PUT',
        body: new Blob([new Uint8Array(bytes)]),
        headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      }),
    )
    return codeOf({ body: await response.json() })
  }

  it('has one picture, which everyone gets as a picture and nothing else', async () => {
    const event = await makeEvent(server)
    expect((await lineUp(event))[0].picture).toBeNull()
    expect(await put(entryPath(event, 0), png(), event.teamKeys[0])).toBe('done')
    const { picture } = (await lineUp(event))[0]
    const first = await get(picture)
    expect(new Uint8Array(await first.arrayBuffer())).toEqual(png())
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(await put(entryPath(event, 0), jpeg, event.teamKeys[0])).toBe('done')
    const [mine, other] = await lineUp(event)
    expect([mine.picture === picture, other.picture]).toEqual([false, null])
    const old = await get(picture)
    expect([old.headers.get('content-type'), old.headers.get('cache-control')]).toEqual(['image/jpeg', 'no-cache'])
    expect(Buffer.from(await old.arrayBuffer()).toString('latin1')).not.toContain('Taken at home')
  })

  it('changes no other team’s picture, and none without a key', async () => {
    const event = await makeEvent(server)
    const elsewhere = await makeEvent(server)
    expect(await put(entryPath(event, 1), png(), event.teamKeys[0])).toBe('wrong-door')
    expect(await put(entryPath(event, 1), png(), event.judgeKeys[0])).toBe('wrong-door')
    expect(await put(entryPath(event, 1), png())).toBe('key-needed')
    expect(await put(event.path, png(), event.teamKeys[0])).toBe('wrong-door')
    expect(await put(`${event.path}/entries/${elsewhere.entries[0]!.id}`, png(), event.key)).toBe('no-such-entry')
    expect(await put(entryPath(event, 1), png(), event.key)).toBe('done')
    const removal = await server.call('DELETE', `${entryPath(event, 1)}/picture`, undefined, event.teamKeys[0])
    expect(codeOf(removal)).toBe('wrong-door')
    expect((await lineUp(event))[1].picture).toMatch(/picture\?v=/)
    expect((await server.call('DELETE', `${entryPath(event, 1)}/picture`, undefined, event.key)).status).toBe(200)
    expect((await lineUp(event))[1].picture).toBeNull()
    expect((await get(`${entryPath(event, 1)}/picture`)).status).toBe(404)
  })

  it('and the organiser get a reason for a file that is no picture or too large', async () => {
    const event = await makeEvent(server)
    const svg = new TextEncoder().encode('<svg onload="alert(1)">')
    for (const [path, key, bytes] of [
      [entryPath(event, 0), event.teamKeys[0], 512 * 1024],
      [event.path, event.key, 1024 * 1024],
    ] as const) {
      expect(await put(path, svg, key)).toBe('not-a-picture')
      expect(await put(path, new Uint8Array(bytes + 1), key)).toBe('body-too-large')
      expect(await put(path, png(5000, 1), key)).toBe('picture-too-large')
    }
    expect((await lineUp(event))[0].picture).toBeNull()
    expect(await put(event.path, png(2000, 2), event.key)).toBe('done')
    const { picture } = (await server.call('GET', event.path)).body.event
    expect((await get(picture)).headers.get('content-type')).toBe('image/png')
    expect((await server.call('DELETE', `${event.path}/picture`, undefined, event.key)).status).toBe(200)
    expect((await server.call('GET', event.path)).body.event.picture).toBeNull()
  })

  it('loses its picture when it is removed, and both are archived and imported', async () => {
    const event = await makeEvent(server)
    await put(event.path, png(9, 9), event.key)
    await put(entryPath(event, 0), png(), event.teamKeys[0])
    await put(entryPath(event, 1), jpeg, event.teamKeys[1])
    await server.call('DELETE', entryPath(event, 0), undefined, event.key)
    await server.call('POST', `${entryPath(event, 1)}/ready`, { ready: true }, event.key)
    await server.call('PATCH', event.path, { entriesFrozen: true }, event.key)
    const archive = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body
    expect(archive.entryPictures.map((picture: any) => picture.entryId)).toEqual([event.entries[1]!.id])
    const other = await openServer()
    try {
      const brought = await other.call('POST', '/api/archive', archive, owner)
      expect(brought.status).toBe(201)
      const again = await other.call('GET', `${event.path}/archive`, undefined, brought.body.organiserKey)
      expect(again.body).toEqual(archive)
      const evil = { ...archive, event: { ...archive.event, id: 'evil', slug: 'evil' }, entries: [], judges: [] }
      evil.picture = { ...archive.picture, bytes: Buffer.from('<script>alert(1)</script>').toString('base64') }
      evil.entryPictures = []
      const refused = await other.call('POST', '/api/archive', evil, owner)
      expect(refused.body.fields).toEqual([{ pointer: '/picture', title: 'A picture is a PNG, JPEG or WebP file' }])
      expect((await other.call('GET', '/api/events/evil')).status).toBe(404)
      const { entryPictures: _, ...old } = archive
      const older = { ...old, event: { ...old.event, entriesFrozen: undefined } }
      older.entries = old.entries.map(({ ready: __, ...entry }: any) => entry)
      await other.db.sql`delete from events`
      expect((await other.call('POST', '/api/archive', older, owner)).status).toBe(201)
      expect((await other.call('GET', event.path)).body.event.entriesFrozen).toBe(false)
    } finally {
      await other.close()
    }
  })

  it('reads but does not change its entry while the organiser has frozen the entries', async () => {
    const event = await makeEvent(server)
    const freeze = (entriesFrozen: boolean, key = event.key) => server.call('PATCH', event.path, { entriesFrozen }, key)
    const change = (key?: string) => server.call('PATCH', entryPath(event, 0), { summary: 'Ours now' }, key)
    expect(codeOf(await freeze(true, event.teamKeys[0]))).toBe('wrong-door')
    expect((await freeze(true)).body.event.entriesFrozen).toBe(true)
    expect(codeOf(await change(event.teamKeys[0]))).toBe('entries-frozen')
    expect(await put(entryPath(event, 0), png(), event.teamKeys[0])).toBe('entries-frozen')
    expect(codeOf(await server.call('DELETE', `${entryPath(event, 0)}/picture`, undefined, event.teamKeys[0]))).toBe(
      'entries-frozen',
    )
    expect((await lineUp(event))[0]).toMatchObject({ summary: '', picture: null })
    expect((await server.call('GET', `${event.path}/entries/mine`, undefined, event.teamKeys[0])).status).toBe(200)
    expect(codeOf(await change(event.key))).toBe('done')
    expect(await put(entryPath(event, 0), png(), event.key)).toBe('done')
    await freeze(false)
    expect(codeOf(await change(event.teamKeys[0]))).toBe('done')
  })

  it('reports that it is ready, and every desk and the host see it on any server', async () => {
    // The embedded database has one server alone.
    const beside = apiDatabase === 'embedded' ? server : await openServer({ beside: server })
    const event = await makeEvent(server)
    await event.cue('open-doors')
    const address = await beside.listen()
    const [desk, host, phone] = await Promise.all([
      openFeed(`${address}${event.path}/feed`, event.key),
      openFeed(`${address}${event.path}/feed`),
      openFeed(`${address}${event.path}/feed?counts=off`),
    ])
    const say = (n: number, ready: boolean) =>
      server.call('POST', `${event.path}/entries/mine/ready`, { ready }, event.teamKeys[n])
    const mine = async (n: number) =>
      (await server.call('GET', `${event.path}/entries/mine`, undefined, event.teamKeys[n])).body.ready
    const atDesk = (...n: number[]) => {
      const ids = JSON.stringify(n.map((index) => event.entries[index]!.id))
      return desk.until(({ name, data }) => name === 'desk' && JSON.stringify(data.ready) === ids)
    }
    await atDesk()
    expect((await say(0, true)).body).toEqual({ ready: true })
    await atDesk(0)
    await host.until(({ data }) => data.onDeckReady === true)
    await say(1, true)
    await atDesk(0, 1)
    expect([await mine(0), await mine(1), await mine(2)]).toEqual([true, true, false])
    // A mistaken call keeps a team's readiness; having been on stage clears it.
    await event.cue('next')
    await atDesk(1)
    await event.cue('call', { entryId: event.entries[1]!.id })
    await event.cue('undo')
    expect([await mine(0), await mine(1)]).toEqual([false, true])
    await event.cue('next')
    await event.cue('next')
    expect([await mine(0), await mine(1)]).toEqual([false, false])
    await server.call('POST', `${entryPath(event, 0)}/ready`, { ready: true }, event.key)
    expect(await mine(0)).toBe(true)
    await say(0, false)
    expect(await mine(0)).toBe(false)
    expect(JSON.stringify(phone.updates)).not.toContain('"ready":')
    expect(JSON.stringify(await lineUp(event))).not.toContain('ready')
    await event.cue('close-scoring')
    expect(codeOf(await say(2, true))).toBe('too-late-to-change')
    expect(codeOf(await server.call('POST', `${entryPath(event, 1)}/ready`, { ready: true }, event.teamKeys[1]))).toBe(
      'wrong-door',
    )
    await Promise.all([desk.close(), host.close(), phone.close()])
    if (beside !== server) await beside.close()
  })
})
