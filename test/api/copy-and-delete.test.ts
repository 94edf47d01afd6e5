import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiDatabase } from '../support/databases.ts'
import { makeEvent, openFeed, openServer, owner, type Server, showAll, type TestEvent } from '../support/show.ts'
import { putSlide } from '../support/slides.ts'
import { uploadSmallFilm } from '../support/small-film.ts'
import { png } from '../support/small-pictures.ts'

/** What a copy does with each column. A new column fails the test until it is listed here. */
const copied = {
  events: {
    same: 'venue time_zone talk_seconds questions_seconds admission method places criterion_awards one_award_per_team publishes scoring gallery_public captions interpreter keep_people_days',
    anew: 'award_order id slug code name starts_at phase show entries_frozen version judging_version line_up_version draw rehearsal_of created_at retired_entry_codes phase_since people_removed_at',
  },
  criteria: { same: 'id place name description min max weight levels', anew: 'event_id' },
  pictures: { same: 'media_type bytes digest', anew: 'event_id entry_id' },
  challenges: { same: 'place name description given_by criteria', anew: 'id event_id' },
  challenge_entries: { same: '', anew: 'challenge_id event_id entry_id' },
  slide_pages: { same: 'deck page media_type bytes', anew: 'event_id entry_id' },
  prizes: { same: 'place name', anew: 'id event_id citation' },
  entries: {
    same: 'code slot title team summary organisations members link talk_seconds questions_seconds skipped warm_up table_label page_seconds slides',
    anew: 'id event_id ready disqualified created_at',
  },
}
/** Copied with the entries only. */
const ofEntries = ['entries', 'challenge_entries', 'slide_pages']
const leftBehind = [
  'ballot_history',
  'ballots',
  'casting_votes',
  'challenge_judges',
  'desk_codes',
  'event_history',
  'feedback',
  'film_parts',
  'films',
  'judges',
  'keys',
  'prize_entries',
  'rehearsals',
  'results',
]

describe('afterwards,', () => {
  let server: Server
  let beside: Server
  beforeAll(async () => {
    server = await openServer()
    beside = apiDatabase === 'postgres' ? await openServer({ beside: server }) : server
  })
  afterAll(async () => {
    if (beside !== server) await beside.close()
    await server.close()
  })

  const tables = async () => {
    const rows = await server.db.sql<{ table: string; columns: string[] }[]>`
      select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
      from information_schema.columns
      where table_schema = 'public' and table_name <> 'migrations'
      group by table_name order by table_name`
    return Object.fromEntries(rows.map((row) => [row.table, row.columns]))
  }
  const rowsOf = async (table: string, eventId: string) => {
    const key = table === 'events' ? 'id' : 'event_id'
    return server.db.sql`select * from ${server.db.sql(table)} where ${server.db.sql(key)} = ${eventId}`
  }
  const copy = (event: TestEvent, body: object = {}, key = event.key) =>
    server.call('POST', `${event.path}/copy`, body, key)
  const remove = (event: TestEvent, body: object = { name: event.event.name }, key: string | undefined = event.key) =>
    server.call('DELETE', event.path, body, key)
  const typeOf = (answer: { status: number; body: any }) => [answer.status, answer.body.type?.replace('/problems/', '')]

  async function playedEvent(): Promise<TestEvent> {
    const event = await makeEvent(server, { venue: 'Y Senedd', places: 2, startsAt: '2026-06-20T15:30:00Z', judges: 3 })
    const [first, second] = event.entries.map((entry) => entry.id)
    const slot = { talkSeconds: 60, questionsSeconds: 30, skipped: true, members: ['Sioned Pugh'] }
    await server.call('PATCH', `${event.path}/entries/${event.entries[2]!.id}`, slot, event.key)
    const init = {
      method: 'PUT',
      headers: { authorization: `Bearer ${event.key}` },
      body: new Blob([new Uint8Array(png())]),
    }
    await server.fetch(new Request(`http://hall.test${event.path}/picture`, init))
    await putSlide(server, event, first!, 1, event.key)
    await uploadSmallFilm(server, event, first!)
    const prizes = [{ name: 'Kindest idea', citation: 'For the kettle', entryId: first }, { name: 'Boldest' }]
    await server.call('PUT', `${event.path}/prizes`, { prizes }, event.key)
    const challenge = {
      name: 'Open data',
      judgeIds: [event.judges[2]!.id],
      entryIds: [first],
      criteria: [{ name: 'Open?', max: 5 }],
    }
    const { challenges } = (
      await server.call('PUT', `${event.path}/challenges`, { challenges: [challenge] }, event.key)
    ).body
    await server.call('PATCH', event.path, { awardOrder: ['places', `challenge-${challenges[0].id}`] }, event.key)
    await showAll(event)
    for (const judge of [0, 1]) for (const entry of [0, 1]) await event.score(judge, entry, 4, { comment: 'Lovely' })
    await event.cue('close-scoring')
    const { comments } = (await server.call('GET', `${event.path}/feedback`, undefined, event.key)).body
    const { entryId, judgeId, digest } = comments[0]
    const decisions = [{ entryId, judgeId, digest, state: 'approved', words: 'Lovely' }]
    expect((await server.call('PUT', `${event.path}/feedback`, { decisions }, event.key)).status).toBe(200)
    expect((await server.call('POST', `${event.path}/desk-codes`, {}, event.key)).status).toBeLessThan(300)
    const vote = { entryIds: [first, second], by: 'Cllr Ann Grant', reason: 'Closer' }
    expect((await server.call('POST', `${event.path}/casting-votes`, vote, event.key)).status).toBe(201)
    await event.cue('start-reveal')
    return event
  }

  it('accounts for every table and column when an event is copied', async () => {
    const decided = Object.entries(copied).map(([table, { same, anew }]) => [
      table,
      `${same} ${anew}`.trim().split(' ').sort(),
    ])
    const tableRows = await tables()
    expect(Object.keys(tableRows).sort()).toEqual([...Object.keys(copied), ...leftBehind].sort())
    for (const [table, columns] of decided)
      expect([table, tableRows[table as string]!.sort()]).toEqual([table, columns])
  })

  it('a copy has everything that was set up, and nothing of the show', async () => {
    const event = await playedEvent()
    const { status, body } = await copy(event, { name: 'Makers hack day 2027', startsAt: '2027-06-19T15:30:00Z' })
    expect(status).toBe(201)
    expect(body.event).toMatchObject({
      ...{ name: 'Makers hack day 2027', slug: 'makers-hack-day-2027', phase: 'setup' },
      ...{ startsAt: '2027-06-19T15:30:00.000Z', venue: 'Y Senedd', criteria: event.event.criteria },
    })
    expect(body.event.code).not.toBe(event.event.code)
    for (const table of [...leftBehind, ...ofEntries])
      expect([table, await rowsOf(table, body.event.id)]).toEqual([table, table === 'keys' ? [expect.anything()] : []])
    for (const [table, { same, anew }] of Object.entries(copied).filter(([table]) => !ofEntries.includes(table))) {
      const [before, after] = [await rowsOf(table, event.event.id), await rowsOf(table, body.event.id)]
      const pick = (row: any, names: string) => names.split(' ').map((name) => row[name])
      expect([table, after.map((row) => pick(row, same))]).toEqual([table, before.map((row) => pick(row, same))])
      expect([table, after.length > 0]).toEqual([table, true])
      for (const row of after) expect(JSON.stringify(pick(row, anew))).not.toContain(event.event.id)
    }
    const prizes = await server.call('GET', `/api/events/${body.event.slug}/prizes`, undefined, body.organiserKey)
    expect(prizes.body.prizes.map(({ name, citation, entryId }: any) => [name, citation, entryId])).toEqual([
      ['Kindest idea', '', null],
      ['Boldest', '', null],
    ])
    const [challenge] = body.event.challenges
    expect(body.event.challenges).toMatchObject([
      { name: 'Open data', judgeIds: [], entryIds: [], criteria: [{ name: 'Open?' }] },
    ])
    expect(body.event.awardOrder).toEqual(['places', `challenge-${challenge.id}`])
    expect(JSON.stringify(await rowsOf('events', body.event.id))).not.toContain(event.entries[0]!.id)
    expect((await server.call('PATCH', event.path, { venue: 'x' }, body.organiserKey)).status).toBe(403)
    expect((await server.call('PATCH', `/api/events/${body.event.slug}`, { venue: 'x' }, event.key)).status).toBe(403)
  })

  it('a copy includes the entries on request, in their order and with their times, without anyone’s key', async () => {
    const event = await playedEvent()
    await server.db.sql`update entries set ready = true where event_id = ${event.event.id}`
    await server.call('PATCH', event.path, { entriesFrozen: true }, event.key)
    const init = {
      method: 'PUT',
      headers: { authorization: `Bearer ${event.key}` },
      body: new Blob([new Uint8Array(png())]),
    }
    await server.fetch(new Request(`http://hall.test${event.path}/entries/${event.entries[0]!.id}/picture`, init))
    const { body } = await copy(event, { entries: true })
    expect(body.event).toMatchObject({ name: event.event.name, startsAt: null, entriesFrozen: false })
    expect((await rowsOf('entries', body.event.id)).map((row) => row.ready)).toEqual([false, false, false])
    const [first] = (await server.call('GET', `/api/events/${body.event.slug}/line-up`)).body.entries
    expect(body.event.challenges).toMatchObject([{ name: 'Open data', judgeIds: [], entryIds: [first.id] }])
    const { body: lineUp } = await server.call('GET', `/api/events/${body.event.slug}/line-up`)
    const { body: before } = await server.call('GET', `${event.path}/line-up`)
    const anew = {
      id: expect.any(String),
      shown: false,
      open: false,
      calledAt: null,
      film: null,
      picture: undefined,
      slides: null,
    }
    expect(lineUp.entries.map((entry: any) => ({ ...entry, picture: undefined }))).toEqual(
      before.entries.map((entry: any) => ({ ...entry, ...anew })),
    )
    expect((await server.call('GET', lineUp.entries[0].picture)).status).toBe(200)
    expect(lineUp.entries[0].picture).toContain(`${body.event.slug}/entries/${lineUp.entries[0].id}/`)
    const ids = [...lineUp.entries, ...before.entries].map((entry: any) => entry.id)
    expect(new Set(ids).size).toBe(6)
    expect((await rowsOf('keys', body.event.id)).map((row) => row.role)).toEqual(['organiser'])
    const copied = `/api/events/${body.event.slug}`
    expect((await server.call('DELETE', `${copied}/entries/${ids[3]}`, undefined, body.organiserKey)).status).toBe(404)
  })

  it('a copy takes a free address that is requested, and a numbered one otherwise', async () => {
    const event = await makeEvent(server, { name: 'Bin day' })
    const [firstCopy, secondCopy] = await Promise.all([copy(event), copy(event)])
    expect([firstCopy.body.event.slug, secondCopy.body.event.slug].sort()).toEqual(['bin-day-2', 'bin-day-3'])
    expect(typeOf(await copy(event, { slug: 'bin-day' }))).toEqual([409, 'slug-taken'])
    expect((await copy(event, { slug: 'bin-day-2027' })).body.event.slug).toBe('bin-day-2027')
    expect((await copy(event, {}, owner)).status).toBe(201)
  })

  it('nobody copies or deletes an event without its own organiser’s key', async () => {
    const [event, other] = [await makeEvent(server), await makeEvent(server)]
    for (const key of [other.key, event.judgeKeys[0], event.teamKeys[0], other.judgeKeys[0]]) {
      expect(typeOf(await copy(event, {}, key))).toEqual([403, 'wrong-door'])
      expect(typeOf(await remove(event, undefined, key))).toEqual([403, 'wrong-door'])
    }
    expect(typeOf(await server.call('POST', `${event.path}/copy`, {}))).toEqual([401, 'key-needed'])
    expect(typeOf(await server.call('DELETE', event.path, { name: event.event.name }))).toEqual([401, 'key-needed'])
    expect((await server.call('GET', event.path)).status).toBe(200)
  })

  it('an event is deleted only after its name is typed, and during the show only after a second confirmation', async () => {
    const event = await makeEvent(server, { name: 'Hac Cymru  2026' })
    const other = await makeEvent(server)
    expect((await server.call('DELETE', event.path, undefined, event.key)).status).toBe(422)
    expect((await remove(event, {})).status).toBe(422)
    expect((await remove(event, { name: '' })).status).toBe(422)
    expect((await remove(event, { name: true })).status).toBe(422)
    for (const name of ['Hac Cymru', other.event.name, other.event.slug, event.event.id, event.event.code, '%'])
      expect(typeOf(await remove(event, { name }))).toEqual([422, 'name-differs'])
    await event.cue('open-doors')
    expect(typeOf(await remove(event))).toEqual([409, 'under-way'])
    expect((await remove(event, { name: event.event.name, underWay: 'yes' })).status).toBe(422)
    await event.cue('close-scoring')
    expect(typeOf(await remove(event, { name: ' hac cymru 2026 ' }))).toEqual([409, 'under-way'])
    expect((await remove(event, { name: ' hac cymru 2026 ', underWay: true })).status).toBe(200)
    expect((await remove(other, { name: other.event.slug }, owner)).status).toBe(200)
  })

  it('nothing of a deleted event remains on any instance, and its address is free', async () => {
    const [event, other] = [await playedEvent(), await playedEvent()]
    const at = await beside.listen()
    const feeds = await Promise.all(
      [undefined, event.judgeKeys[0], event.key].map((key) => openFeed(`${at}${event.path}/feed`, key)),
    )
    await Promise.all(feeds.map((feed) => feed.until(({ name }) => name === 'stage')))
    const bystander = await openFeed(`${at}${other.path}/feed`)
    expect((await beside.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])).status).toBe(200)
    const tableRows = await tables()
    for (const table of Object.keys(tableRows).filter((name) => name !== 'rehearsals'))
      expect([table, (await rowsOf(table, event.event.id)).length > 0]).toEqual([table, true])
    const others = await Promise.all(Object.keys(tableRows).map((table) => rowsOf(table, other.event.id)))

    expect((await remove(event, { name: event.event.name, underWay: true })).status).toBe(200)
    await Promise.all(feeds.map(async (feed) => feed.until(({ name }) => name === 'gone').then(() => feed.ended)))
    for (const table of Object.keys(tableRows))
      expect([
        table,
        JSON.stringify(await server.db.sql`select * from ${server.db.sql(table)}`).includes(event.event.id),
      ]).toEqual([table, false])
    expect(await Promise.all(Object.keys(tableRows).map((table) => rowsOf(table, other.event.id)))).toEqual(others)
    expect(bystander.updates.map(({ name }) => name)).not.toContain('gone')
    await bystander.close()
    for (const instance of [server, beside]) {
      for (const path of ['', '/stage', '/line-up', '/feed', '/picture'])
        expect(typeOf(await instance.call('GET', `${event.path}${path}`))).toEqual([404, 'no-such-event'])
      expect(typeOf(await instance.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0]))).toEqual([
        404,
        'no-such-event',
      ])
      expect((await instance.call('GET', '/api/session', undefined)).body.doors).toEqual([])
    }
    const again = await makeEvent(server, { name: event.event.name, slug: event.event.slug })
    for (const instance of [server, beside])
      for (const key of [event.key, event.judgeKeys[0], event.teamKeys[0]])
        expect((await instance.call('GET', `${again.path}/judges`, undefined, key)).status).toBe(401)
    expect((await beside.call('GET', again.path)).body.event.id).toBe(again.event.id)
    expect((await beside.call('GET', `${again.path}/judges`, undefined, again.key)).status).toBe(200)
  })

  it('lists the links that work, and stops a lost one on every instance without the others', async () => {
    const event = await makeEvent(server)
    const other = await makeEvent(server)
    const [judge] = event.judges
    const { body: second } = await server.call('POST', `${event.path}/judges/me/key`, {}, event.judgeKeys[0])
    const list = async (key = event.key) => (await beside.call('GET', `${event.path}/keys`, undefined, key)).body.keys
    const keys = await list()
    const whose = keys.map((key: any) => [key.role, key.judgeId ?? key.entryId ?? (key.own && 'own')])
    expect(whose).toEqual([
      ['organiser', 'own'],
      ...event.entries.map(({ id }) => ['team', id]),
      ...event.judges.map(({ id }) => ['judge', id]),
      ['judge', judge!.id],
    ])
    for (const secret of [event.key, ...event.judgeKeys, ...event.teamKeys])
      expect(JSON.stringify(keys)).not.toContain(secret)
    const stop = (id: string, key = event.key) => server.call('DELETE', `${event.path}/keys/${id}`, undefined, key)
    const mine = async (key: string) => (await beside.call('GET', `${event.path}/judges/me`, undefined, key)).status
    expect([await mine(event.judgeKeys[0]!), await mine(second.judgeKey)]).toEqual([200, 200])
    for (const key of [other.key, event.judgeKeys[0], event.teamKeys[0]])
      expect(typeOf(await stop(keys.at(-1).id, key))).toEqual([403, 'wrong-door'])
    expect(typeOf(await stop(keys[0].id))).toEqual([409, 'own-key'])
    for (const id of ['%25', '', keys[0].id.slice(0, 4), '0'.repeat(16)]) expect((await stop(id)).status).toBe(404)
    expect((await stop(keys.at(-1).id)).status).toBe(200)
    await expect.poll(() => mine(second.judgeKey)).toBe(401)
    expect(await mine(event.judgeKeys[0]!)).toBe(200)
    expect(await list(owner)).toHaveLength(keys.length - 1)
  })

  it('gives the organiser a new link in place of the old, and lets the owner stop all of them', async () => {
    const event = await makeEvent(server)
    const works = async (key: string) => (await beside.call('GET', `${event.path}/judges`, undefined, key)).status
    const { body } = await server.call('POST', `${event.path}/key`, {}, event.key)
    await expect.poll(() => works(event.key)).toBe(401)
    expect(await works(body.organiserKey)).toBe(200)
    expect((await server.call('DELETE', `${event.path}/key`, undefined, body.organiserKey)).status).toBe(403)
    expect((await server.call('DELETE', `${event.path}/key`, undefined, owner)).status).toBe(200)
    await expect.poll(() => works(body.organiserKey)).toBe(401)
    const { body: again } = await server.call('POST', `${event.path}/key`, {}, owner)
    expect(await works(again.organiserKey)).toBe(200)
    const { body: all } = await server.call('GET', '/api/events', undefined, owner)
    expect(all.events.find((listed: any) => listed.id === event.event.id)).toMatchObject({
      teams: 3,
      judges: 2,
      judgesHere: 0,
    })
  })

  it('an event is deleted once when two requests arrive at the same moment', async () => {
    const event = await makeEvent(server)
    const answers = await Promise.all(
      [server, beside, server].map((instance) =>
        instance.call('DELETE', event.path, { name: event.event.slug }, event.key),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404])
  })

  it('a deleted event accepts no ballot and nobody who joins, and refuses requests under way by name', async () => {
    const event = await makeEvent(server, { judges: 12, entries: 1 })
    await showAll(event)
    let gone = false
    const lateStatuses: number[] = []
    const refusalCodes = new Set<string>()
    const coming = event.judges.map(async (_, judge) => {
      for (let tap = 1; ; tap += 1) {
        const afterwards = gone
        const answers = await Promise.all([
          event.score(judge, 0, 1 + (tap % 5)),
          beside.call('POST', `${event.path}/join`, { name: `Late ${tap}` }),
          beside.call('POST', `${event.path}/judges/${event.judges[judge]!.id}/key`, {}, event.key),
          beside.call('POST', `${event.path}/judges/${event.judges[judge]!.id}/away`, {}, event.key),
        ])
        for (const answer of answers) refusalCodes.add(typeOf(answer).join(' '))
        if (afterwards) lateStatuses.push(...answers.map((answer) => answer.status))
        if (afterwards) return
      }
    })
    await expect.poll(() => refusalCodes.size).toBeGreaterThan(0)
    expect((await remove(event, { name: event.event.slug, underWay: true })).status).toBe(200)
    gone = true
    await Promise.all(coming)
    for (const answer of refusalCodes)
      expect(['200 ', '201 ', '404 no-such-event', '401 key-unknown']).toContain(answer)
    expect(lateStatuses.filter((status) => status < 400)).toEqual([])
    expect(lateStatuses.length).toBeGreaterThan(0)
    for (const table of Object.keys(await tables())) expect(await rowsOf(table, event.event.id)).toEqual([])
    expect(server.failures).toEqual([])
  })
})
