import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, owner, type Server, type TestEvent } from '../../support/show.ts'

/** Without I and O, 0 and 1, which are easily confused. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const shape = /^[A-HJ-NP-Z2-9]{2}$/

describe('an entry’s own code', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  type Coded = { id: string; code: string; team: string }
  const listEntries = async ({ path }: { path: string }): Promise<Coded[]> =>
    (await server.call('GET', `${path}/line-up`)).body.entries
  const codesOf = async (event: { path: string }) => (await listEntries(event)).map(({ code }) => code)
  const add = (event: TestEvent, team: string) =>
    server.call('POST', `${event.path}/entries`, { title: 'Title', team }, event.key)
  /** An import takes at most 100 entries. */
  const addMany = async (event: TestEvent, count: number, prefix: string) => {
    const teams = Array.from({ length: count }, (_, n) => ({ title: 'Title', team: `${prefix} ${n}` }))
    let answer: Awaited<ReturnType<Server['call']>> | undefined
    for (let from = 0; from < count; from += 100) {
      const body = { add: teams.slice(from, from + 100), change: [] }
      answer = await server.call('POST', `${event.path}/entries/many`, body, event.key)
    }
    return answer!
  }
  const remove = (event: TestEvent, id: string) =>
    server.call('DELETE', `${event.path}/entries/${id}`, undefined, event.key)

  it('is unlike any other of the event, and stays when the order changes, for 500 entries', async () => {
    const event = await makeEvent(server, { entries: 0, judges: 0 })
    await addMany(event, 500, 'Team')
    const before = await listEntries(event)
    expect(new Set(before.map(({ code }) => code)).size).toBe(500)
    for (const { code } of before) expect(code).toMatch(shape)
    const entryIds = before.map(({ id }) => id).reverse()
    await server.call('PUT', `${event.path}/running-order`, { entryIds }, event.key)
    expect((await listEntries(event)).reverse().map(({ id, code }) => [id, code])).toEqual(
      before.map(({ id, code }) => [id, code]),
    )
  })

  it('does not follow from the order in which teams were added', async () => {
    const events = [await makeEvent(server, { entries: 40 }), await makeEvent(server, { entries: 40 })]
    const [first, second] = [await codesOf(events[0]!), await codesOf(events[1]!)]
    expect(first).not.toEqual(second)
    for (const codes of [first, second]) {
      expect(codes).not.toEqual(codes.toSorted())
      expect(codes).not.toEqual(codes.toSorted().reverse())
    }
  })

  it('is never used again after its entry is removed', async () => {
    const event = await makeEvent(server, { entries: 0, judges: 0 })
    const used = new Set<string>()
    for (const round of [1, 2, 3]) {
      expect((await addMany(event, 20, `Round ${round}`)).status).toBe(200)
      const entries = await listEntries(event)
      for (const { code } of entries) {
        expect(used.has(code)).toBe(false)
        used.add(code)
      }
      for (const { id } of entries) expect((await remove(event, id)).status).toBe(200)
    }
    const { body: archive } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    expect(archive.event.retiredEntryCodes.toSorted()).toEqual([...used].sort())
  })

  it('is the last of 1,024 for one more team, and the team after that is refused', async () => {
    const [lastCode, ...usedCodes] = [...alphabet].flatMap((first) => [...alphabet].map((second) => first + second))
    expect(usedCodes).toHaveLength(1023)
    const event = await makeEvent(server, { entries: 0, judges: 0 })
    const { body: archive } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    const withUsedCodes = { ...archive, event: { ...archive.event, retiredEntryCodes: usedCodes } }
    await server.call('DELETE', event.path, { name: event.event.name, underWay: true }, owner)
    const { body: imported } = await server.call('POST', '/api/archive', withUsedCodes, owner)
    const full = { ...event, key: imported.organiserKey }
    const last = await add(full, 'The 1,024th')
    expect([last.status, last.body.entry.code]).toEqual([201, lastCode])
    const refused = await add(full, 'One too many')
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/no-code-left'])
    const refusedList = await addMany(full, 1, 'One more')
    expect([refusedList.status, (refusedList.body as { type: string }).type]).toEqual([409, '/problems/no-code-left'])
    const copy = await server.call('POST', `${full.path}/copy`, { name: 'Another year', entries: true }, full.key)
    const next = { ...full, path: `/api/events/${copy.body.event.slug}`, key: copy.body.organiserKey }
    expect((await add(next, 'One too many')).status).toBe(201)
  })

  it('travels in the archive with the codes that were removed, and is added where an older archive has none', async () => {
    const event = await makeEvent(server, { entries: 3 })
    const [first, ...others] = await listEntries(event)
    await remove(event, first!.id)
    await event.cue('open-doors')
    await event.cue('next')
    await event.cue('close-scoring')
    const { body: archive } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    expect(archive.event.retiredEntryCodes).toEqual([first!.code])
    const importAgain = async (changed: unknown) => {
      await server.call('DELETE', event.path, { name: event.event.name, underWay: true }, owner)
      return server.call('POST', '/api/archive', changed, owner)
    }
    const twice = archive.entries.map((entry: Coded) => ({ ...entry, code: others[0]!.code }))
    const refused = await importAgain({ ...archive, entries: twice })
    expect([refused.status, refused.body.fields[0].title]).toEqual([422, 'Two entries have the same code'])
    expect((await importAgain(archive)).status).toBe(201)
    expect(await codesOf(event)).toEqual(others.map(({ code }) => code))
    const older = structuredClone(archive)
    delete older.event.retiredEntryCodes
    for (const entry of older.entries) delete entry.code
    expect((await importAgain(older)).status).toBe(201)
    const codes = await codesOf(event)
    expect(new Set(codes).size).toBe(2)
    for (const code of codes) expect(code).toMatch(shape)
  })

  it('is copied with the entries of an event, and leads to the copy’s own entry', async () => {
    const event = await makeEvent(server, { entries: 2 })
    const { body } = await server.call('POST', `${event.path}/copy`, { name: 'Next year', entries: true }, event.key)
    const copied = await listEntries({ path: `/api/events/${body.event.slug}` })
    expect(copied.map(({ code }) => code)).toEqual(await codesOf(event))
    expect((await server.call('GET', `/api/codes/${body.event.code}${copied[1]!.code}`)).body).toEqual({
      eventSlug: body.event.slug,
      entryId: copied[1]!.id,
    })
  })
})
