import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, owner, type Server } from '../support/show.ts'

describe('setting up', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const problemOf = async (answer: Promise<{ status: number; body: any; headers: Headers }>) => {
    const { status, body, headers } = await answer
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body.title).toMatch(/^[A-Z].{10,}/)
    return [status, body.type.replace('/problems/', ''), ...(body.fields ?? []).map((field: any) => field.pointer)]
  }

  it('needs only a name, and fills in the rest', async () => {
    const { status, body } = await server.call('POST', '/api/events', { name: '  LocalGov   Makers hack day ' }, owner)
    expect(status).toBe(201)
    expect(body.event).toMatchObject({
      name: 'LocalGov Makers hack day',
      slug: 'localgov-makers-hack-day',
      phase: 'setup',
      talkSeconds: 240,
    })
    expect(body.event.criteria.length).toBeGreaterThan(2)
    expect(body.event.code).toMatch(/^[A-HJ-NP-Z2-9]{5}$/)
    expect(body.event.joinUrl).toBe(`http://hall.test/${body.event.code}`)
    expect((await server.call('GET', `/api/codes/${body.event.code.toLowerCase()}`)).body).toEqual({
      eventSlug: body.event.slug,
    })
  })

  it('numbers an address made from a name, and refuses a requested one that is in use', async () => {
    const first = await server.call('POST', '/api/events', { name: 'Bîn Day!' }, owner)
    const second = await server.call('POST', '/api/events', { name: 'Bin day' }, owner)
    expect([first.body.event.slug, second.body.event.slug]).toEqual(['bin-day', 'bin-day-2'])
    expect(await problemOf(server.call('POST', '/api/events', { name: 'Other', slug: 'bin-day' }, owner))).toEqual([
      409,
      'slug-taken',
    ])
    const nameless = await server.call('POST', '/api/events', { name: '日本' }, owner)
    expect(nameless.body.event.slug).toMatch(/^event/)
  })

  it('finds an address for the sixtieth event of one name', async () => {
    const slugs = new Set<string>()
    for (let n = 1; n <= 60; n += 1) {
      const { status, body } = await server.call('POST', '/api/events', { name: 'Hack day' }, owner)
      expect(status).toBe(201)
      expect(body.event.slug).toMatch(/^hack-day(-\d+|-[a-z2-9]{5})?$/)
      slugs.add(body.event.slug)
    }
    expect(slugs.size).toBe(60)
  })

  it.each<[string, object | string, (string | number)[]]>([
    ['no name', {}, [422, 'invalid', '/name']],
    ['an empty name', { name: '   ' }, [422, 'invalid', '/name']],
    ['a name of 121 characters', { name: 'x'.repeat(121) }, [422, 'invalid', '/name']],
    ['a name that is a number', { name: 7 }, [422, 'invalid', '/name']],
    ['a name with a null in it', { name: 'a\u0000b' }, [422, 'invalid', '/name']],
    ['half a surrogate pair', { name: 'a\ud800' }, [422, 'invalid', '/name']],
    ['an award for a null', { name: 'A', criterionAwards: ['a\u0000'] }, [422, 'invalid', '/criterionAwards/0']],
    [
      'an award for a question of no rubric',
      { name: 'A', criterionAwards: ['other'] },
      [422, 'invalid', '/criterionAwards/0'],
    ],
    ['an award twice', { name: 'A', criterionAwards: ['shown', 'shown'] }, [422, 'invalid', '/criterionAwards/1']],
    ['an address with capitals', { name: 'A', slug: 'Hack-Day' }, [422, 'invalid', '/slug']],
    ['a talk of no seconds', { name: 'A', talkSeconds: 0 }, [422, 'invalid', '/talkSeconds']],
    ['an admission that is not there', { name: 'A', admission: 'all' }, [422, 'invalid', '/admission']],
    ['a time that is none', { name: 'A', startsAt: 'tonight' }, [422, 'invalid', '/startsAt']],
    ['a time zone that does not exist', { name: 'A', timeZone: 'Europe/Atlantis' }, [422, 'invalid', '/timeZone']],
    ['an offset for a time zone', { name: 'A', timeZone: '+01:00' }, [422, 'invalid', '/timeZone']],
    [
      'a scale that goes down',
      { name: 'A', criteria: [{ name: 'Good?', min: 5, max: 1 }] },
      [422, 'invalid', '/criteria/0/max'],
    ],
    ['no criteria', { name: 'A', criteria: [] }, [422, 'invalid', '/criteria']],
    ['a list for a body', [1, 2], [422, 'invalid', '/']],
    ['broken JSON', '{"name": "A"', [400, 'not-json']],
    ['a body of half a megabyte', { name: 'A', venue: 'x'.repeat(500_000) }, [413, 'body-too-large']],
  ])('refuses %s with a sentence and the field', async (_, body, expected) => {
    expect(await problemOf(server.call('POST', '/api/events', body, owner))).toEqual(expected)
  })

  it('saves the time zone as Intl writes it, changes it, and names the setting in the history', async () => {
    const creation = await server.call('POST', '/api/events', { name: 'Zones', timeZone: 'europe/london' }, owner)
    expect(creation.body.event.timeZone).toBe('Europe/London')
    const path = `/api/events/${creation.body.event.slug}`
    const patch = async (timeZone: string | null) =>
      (await server.call('PATCH', path, { timeZone }, creation.body.organiserKey)).body
    expect((await patch('America/New_York')).event.timeZone).toBe('America/New_York')
    expect((await patch('Mars/Olympus')).fields).toEqual([
      { pointer: '/timeZone', title: 'There is no such time zone. A name looks like Europe/London' },
    ])
    expect((await patch(null)).event.timeZone).toBeNull()
    const { body } = await server.call('GET', `${path}/history`, undefined, creation.body.organiserKey)
    expect(body.history.map((line: { detail: unknown }) => line.detail)).toEqual([
      { timeZone: 'America/New_York' },
      { timeZone: null },
    ])
    const nameOnly = await server.call('POST', '/api/events', { name: 'No zone' }, owner)
    expect(nameOnly.body.event.timeZone).toBeNull()
  })

  it('stores a name of 120 characters in any script', async () => {
    const name = 'Żółć Ýmchwiliad عرض'.padEnd(119, 'ŵ')
    const { body } = await server.call('POST', '/api/events', { name }, owner)
    expect((await server.call('GET', `/api/events/${body.event.slug}`)).body.event.name).toBe(name.normalize('NFC'))
  })

  it('opens each route to its own key alone', async () => {
    const event = await makeEvent(server)
    const other = await makeEvent(server)
    const [judge, team] = [event.judgeKeys[0], event.teamKeys[0]]
    const change = (key?: string) => problemOf(server.call('PATCH', event.path, { venue: 'Elsewhere' }, key))
    expect(await change()).toEqual([401, 'key-needed'])
    expect(await change('no-such-key-at-all')).toEqual([401, 'key-unknown'])
    for (const key of [judge, team, other.key]) expect(await change(key)).toEqual([403, 'wrong-door'])
    expect(await problemOf(server.call('POST', '/api/events', { name: 'Mine' }, event.key))).toEqual([
      403,
      'wrong-door',
    ])
    expect(await problemOf(server.call('GET', '/api/events', undefined, event.key))).toEqual([403, 'wrong-door'])
    expect(await problemOf(server.call('GET', `${event.path}/ballots`, undefined, event.key))).toEqual([
      403,
      'wrong-door',
    ])
    expect(await problemOf(server.call('GET', `${event.path}/ballots`, undefined, other.judgeKeys[0]))).toEqual([
      403,
      'wrong-door',
    ])
    expect(await problemOf(server.call('POST', '/api/events/nowhere/cues', { cue: 'next' }, event.key))).toEqual([
      404,
      'no-such-event',
    ])
    expect((await server.call('GET', event.path)).body.event.venue).toBe('')
    expect((await server.call('PATCH', event.path, { venue: 'Elsewhere' }, owner)).status).toBe(200)
  })

  it('lets a team change its own entry and no other', async () => {
    const event = await makeEvent(server)
    const change = (entry: number) =>
      server.call(
        'PATCH',
        `${event.path}/entries/${event.entries[entry]!.id}`,
        { summary: 'Ours now' },
        event.teamKeys[0],
      )
    expect((await change(0)).body.entry).toMatchObject({ summary: 'Ours now', team: 'Team 1' })
    expect(await problemOf(change(1))).toEqual([403, 'wrong-door'])
    expect(
      (await server.call('GET', `${event.path}/entries/mine`, undefined, event.teamKeys[0])).body.entry.summary,
    ).toBe('Ours now')
  })

  it('keeps a browser’s keys of organiser, judge and team apart, each for its own routes', async () => {
    const event = await makeEvent(server)
    const jar: string[] = []
    for (const key of [event.key, event.judgeKeys[0], event.teamKeys[0]]) {
      const { headers } = await server.call('POST', '/api/session', { key })
      const cookie = headers.get('set-cookie')!
      expect(cookie).toMatch(/HttpOnly/)
      expect(cookie).toMatch(/SameSite=Strict/)
      jar.push(cookie.split(';')[0]!)
    }
    const request = (method: string, path: string, body?: object, more: Record<string, string> = {}) =>
      server.fetch(
        new Request(`http://hall.test${path}`, {
          method,
          headers: { cookie: jar.join('; '), ...(body ? { 'content-type': 'application/json' } : {}), ...more },
          body: body && JSON.stringify(body),
        }),
      )
    expect((await request('GET', `${event.path}/ballots`)).status).toBe(200)
    expect((await request('GET', `${event.path}/entries/mine`)).status).toBe(200)
    expect((await request('POST', `${event.path}/cues`, { cue: 'open-doors' })).status).toBe(200)
    const doors = (await (await request('GET', '/api/session')).json()).doors
    expect(doors.map((door: any) => door.role).sort()).toEqual(['judge', 'organiser', 'team'])
    const crossSite = await request('POST', `${event.path}/cues`, { cue: 'next' }, { 'sec-fetch-site': 'cross-site' })
    expect(crossSite.status).toBe(403)
    const otherOrigin = await request(
      'POST',
      `${event.path}/cues`,
      { cue: 'next' },
      { origin: 'http://evil.test', host: 'hall.test' },
    )
    expect(otherOrigin.status).toBe(403)
  })

  it('issues a new link and stops the one before', async () => {
    const event = await makeEvent(server)
    const { body } = await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/key`, {}, event.key)
    await expect
      .poll(async () => (await server.call('GET', `${event.path}/judges/me`, undefined, event.judgeKeys[0])).status)
      .toBe(401)
    expect((await server.call('GET', `${event.path}/judges/me`, undefined, body.judgeKey)).body.judge.name).toBe(
      'Judge 1',
    )
  })

  it('lets the owner issue a new organiser’s link when the first is lost, and stops the lost one', async () => {
    const event = await makeEvent(server)
    const { body } = await server.call('POST', `${event.path}/key`, {}, owner)
    await expect
      .poll(async () => (await server.call('GET', `${event.path}/judges`, undefined, event.key)).status)
      .toBe(401)
    expect((await server.call('GET', `${event.path}/judges`, undefined, body.organiserKey)).status).toBe(200)
  })

  it('stores no key, only its hash', async () => {
    const event = await makeEvent(server)
    const rows = await server.db.sql`select encode(hash, 'hex') as hash, k::text as whole from keys k`
    expect(rows.length).toBeGreaterThan(4)
    for (const key of [event.key, owner, ...event.judgeKeys]) expect(JSON.stringify(rows)).not.toContain(key)
  })

  it('admits a judge as the event is set: at once, by the desk, by link alone, and nobody after the close', async () => {
    const join = (path: string) =>
      server.call('POST', `${path}/join`, { name: 'Cllr R. Ahmed', role: 'Councillor', organisation: 'Sandwell' })
    const open = await makeEvent(server)
    expect((await join(open.path)).body.judge).toMatchObject({ status: 'admitted', organisation: 'Sandwell' })
    expect((await join((await makeEvent(server, { admission: 'desk' })).path)).body.judge.status).toBe('waiting')
    expect(await problemOf(join((await makeEvent(server, { admission: 'link' })).path))).toEqual([403, 'link-only'])
    await open.cue('open-doors')
    await open.cue('close-scoring')
    expect(await problemOf(join(open.path))).toEqual([409, 'scoring-closed'])
    expect(await problemOf(server.call('POST', `${open.path}/join`, { name: '' }))).toEqual([422, 'invalid', '/name'])
    expect(await problemOf(server.call('POST', `${open.path}/join`, { name: 'x'.repeat(200) }))).toEqual([
      422,
      'invalid',
      '/name',
    ])
  })

  it('stores the running order whole or not at all', async () => {
    const event = await makeEvent(server)
    const [a, b, c] = event.entries.map((entry) => entry.id)
    const put = (entryIds: unknown) => server.call('PUT', `${event.path}/running-order`, { entryIds }, event.key)
    expect((await put([c, a, b])).body.entries.map((entry: any) => [entry.id, entry.slot])).toEqual([
      [c, 1],
      [a, 2],
      [b, 3],
    ])
    for (const invalid of [
      [a, b],
      [a, b, b],
      [a, b, 'nobody'],
      [a, b, c, c],
    ])
      expect(await problemOf(put(invalid))).toEqual([409, 'order-incomplete'])
    const lineUp = await server.call('GET', `${event.path}/line-up`)
    expect(lineUp.body.entries.map((entry: any) => entry.id)).toEqual([c, a, b])
  })

  it('removes an entry and closes the gap, but not the one on stage', async () => {
    const event = await makeEvent(server)
    const out = (n: number) =>
      server.call('DELETE', `${event.path}/entries/${event.entries[n]!.id}`, undefined, event.key)
    expect((await out(1)).status).toBe(200)
    const lineUp = await server.call('GET', `${event.path}/line-up`)
    expect(lineUp.body.entries.map((entry: any) => [entry.team, entry.slot])).toEqual([
      ['Team 1', 1],
      ['Team 3', 2],
    ])
    await event.cue('open-doors')
    await event.cue('next')
    expect(await problemOf(out(0))).toEqual([409, 'entry-in-use'])
    expect(await problemOf(out(1))).toEqual([404, 'no-such-entry'])
  })

  it('sets the rubric, with an id of its own for each question', async () => {
    const event = await makeEvent(server)
    const put = (criteria: unknown) => server.call('PUT', `${event.path}/rubric`, { criteria }, event.key)
    const { body } = await put([
      { name: 'Is it good?', max: 10, levels: { '1': 'No', '10': 'Yes' } },
      { name: 'Is it good?', max: 3 },
    ])
    expect(body.criteria.map((c: any) => [c.min, c.max, c.weight])).toEqual([
      [1, 10, 1],
      [1, 3, 1],
    ])
    expect(new Set(body.criteria.map((c: any) => c.id)).size).toBe(2)
    expect(
      await problemOf(
        put([
          { id: 'a', name: 'A', max: 5 },
          { id: 'a', name: 'B', max: 5 },
        ]),
      ),
    ).toEqual([422, 'invalid', '/criteria/1/id'])
  })

  it('adds many teams at once, twice at once and again later, each of them once', async () => {
    const event = await makeEvent(server, { entries: 0, judges: 0 })
    const add = Array.from({ length: 12 }, (_, n) => ({ team: `Team ${n}`, title: `Title ${n}` }))
    const bring = (body: object, key = event.key) => server.call('POST', `${event.path}/entries/many`, body, key)
    const both = await Promise.all([bring({ add, change: [] }), bring({ add, change: [] })])
    const keys = both.flatMap((answer) => answer.body.added.map((row: any) => row.teamKey)).filter(Boolean)
    expect(new Set(keys).size).toBe(12)
    const [, , third] = both[0].body.added
    const again = await bring({
      add: [{ team: '  TEAM 1', title: 'title  1' }, ...add.slice(5)],
      change: [
        { id: third.entry.id, to: { summary: 'New words' } },
        { id: 'nobody', to: { summary: 'Lost' } },
      ],
    })
    expect(again.body.added.map((row: any) => row.teamKey)).toEqual(Array(8).fill(null))
    expect(again.body.changed).toMatchObject([{ team: 'Team 2', title: 'Title 2', summary: 'New words' }, null])
    const { entries } = (await server.call('GET', `${event.path}/line-up`)).body
    expect(entries.map((entry: any) => [entry.team, entry.slot])).toEqual(add.map(({ team }, n) => [team, n + 1]))
    const own = await server.call('GET', `${event.path}/entries/mine`, undefined, keys[3])
    expect(own.status).toBe(200)

    expect(await problemOf(bring({ add: [add[0], { team: 'A', title: '' }], change: [] }))).toEqual([
      422,
      'invalid',
      '/add/1/title',
    ])
    expect(await problemOf(bring({ add, change: [] }, keys[0]))).toEqual([403, 'wrong-door'])
    await event.cue('open-doors')
    await event.cue('close-scoring')
    expect(await problemOf(bring({ add, change: [] }))).toEqual([409, 'too-late-to-change'])
  })

  it('adds many judges at once, each once, and changes the words of one that is listed', async () => {
    const event = await makeEvent(server, { entries: 0, judges: 1 })
    const add = [
      { name: 'Ann Lee', organisation: 'Walsall' },
      { name: 'Ann Lee', organisation: 'Dudley' },
      { name: 'judge 1', role: 'Not this one' },
    ]
    const bring = (body: object) => server.call('POST', `${event.path}/judges/many`, body, event.key)
    await Promise.all([bring({ add, change: [] }), bring({ add, change: [] })])
    const change = [{ id: event.judges[0]!.id, to: { role: 'Councillor' } }]
    expect((await bring({ add: [], change })).body.changed[0]).toMatchObject({ name: 'Judge 1', role: 'Councillor' })
    const { judges } = (await server.call('GET', `${event.path}/judges`, undefined, event.key)).body
    // In the order of the list, after the existing judge.
    expect(judges.map((judge: any) => [judge.name, judge.organisation, judge.status])).toEqual([
      ['Judge 1', '', 'admitted'],
      ['Ann Lee', 'Walsall', 'admitted'],
      ['Ann Lee', 'Dudley', 'admitted'],
    ])
    const me = await server.call('GET', `${event.path}/judges/me`, undefined, event.judgeKeys[0])
    expect(me.body.judge.role).toBe('Councillor')
  })

  it('adds two of one name in one call as two, and matches both when the call is repeated', async () => {
    const event = await makeEvent(server, { entries: 0, judges: 0 })
    const judges = { add: Array(2).fill({ name: 'Ann Lee', organisation: 'Walsall' }), change: [] }
    const entries = { add: Array(2).fill({ team: 'Bins', title: 'Backchat' }), change: [] }
    for (const [path, body, key] of [
      ['/judges/many', judges, 'judgeKey'],
      ['/entries/many', entries, 'teamKey'],
    ] as const) {
      const keysOf = (answer: any) => answer.body.added.map((added: any) => added[key] !== null)
      expect(keysOf(await server.call('POST', event.path + path, body, event.key))).toEqual([true, true])
      expect(keysOf(await server.call('POST', event.path + path, body, event.key))).toEqual([false, false])
    }
  })

  it('lets the organiser, and not the team, set a slot’s times and skip it', async () => {
    const event = await makeEvent(server)
    const path = `${event.path}/entries/${event.entries[1]!.id}`
    const slot = { talkSeconds: 60, questionsSeconds: 0, skipped: true }
    expect((await server.call('PATCH', path, slot, event.key)).body.entry).toMatchObject(slot)
    expect((await server.call('PATCH', path, { skipped: false }, event.teamKeys[1])).status).toBe(403)
    await event.cue('open-doors')
    await event.cue('next')
    const stage = (await event.cue('next')).body
    expect([stage.onStage.team, stage.slots]).toEqual(['Team 3', 2])
    expect((await event.cue('call', { entryId: event.entries[1]!.id })).body.timer.plannedMs).toBe(60_000)
  })
})
