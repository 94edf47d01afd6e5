import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Action, actions, findPhaseRefusal } from '../../api/rules/permissions.ts'
import { type Phase, phase } from '../../api/schema/event.ts'
import { type Answer, makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../support/show.ts'
import { putSlide } from '../support/slides.ts'
import { uploadSmallFilm } from '../support/small-film.ts'
import { png } from '../support/small-pictures.ts'

const phases: Phase[] = phase.options

/** Requests that concern no event's phase: they sign a browser in or out, or make a new event. */
const withoutEvent = [
  ...['POST /session', 'DELETE /session', 'POST /events', 'POST /archive'],
  ...['PUT /network', 'POST /network/visits'],
]

const repeatedJoin = { name: 'Asked Twice', joinId: 'a-random-text-made-once-by-the-page' }

describe('the actions of each phase', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer({ database: 'postgres' })
  })
  afterAll(() => server.close())

  async function makeEventIn(phase: Phase, more: object = {}): Promise<TestEvent> {
    const event = await makeEvent(server, { entries: 3, judges: 4, ...more })
    await server.call('POST', `${event.path}/join`, repeatedJoin)
    if (phase === 'setup') return event
    await showAll(event)
    for (const judge of [0, 1]) for (const entry of [0, 1]) await event.score(judge, entry, 3)
    if (phase === 'live') return event
    await event.cue('close-scoring')
    if (phase === 'closed') return event
    await event.cue('start-reveal')
    if (phase === 'revealing') return event
    while ((await event.cue('reveal-next')).status === 200);
    expect((await event.cue('publish')).body.phase).toBe('final')
    return event
  }

  const send = (event: TestEvent, method: string, path: string, body?: unknown, key = event.key) =>
    server.call(method, event.path + path, body ?? (method === 'GET' ? undefined : {}), key)
  async function sendPicture(event: TestEvent, path: string, key: string): Promise<Answer> {
    const init = { method: 'PUT', headers: { authorization: `Bearer ${key}` }, body: new Blob([png(9, 9) as never]) }
    const response = await server.fetch(new Request(`http://hall.test${event.path}${path}/picture`, init))
    return { status: response.status, body: await response.json(), headers: response.headers, text: '' }
  }
  async function sendSlide(event: TestEvent, key: string): Promise<Answer> {
    return putSlide(server, event, event.entries[0]!.id, 1, key)
  }
  const startFilm = (event: TestEvent) =>
    send(event, 'POST', `/entries/${event.entries[0]!.id}/film`, { name: 'demo.mp4', bytes: 12, modifiedMs: 1 })
  async function sendFilmPart(event: TestEvent): Promise<Answer> {
    const response = await uploadSmallFilm(server, event, event.entries[0]!.id)
    return { status: response.status, body: await response.json(), headers: response.headers, text: '' }
  }
  async function listIds(event: TestEvent): Promise<string[]> {
    const { body } = await send(event, 'GET', '/line-up')
    return body.entries.map((entry: { id: string }) => entry.id)
  }
  async function sendRubric(event: TestEvent, criteria: object[]): Promise<Answer> {
    const first = await send(event, 'PUT', '/rubric', { criteria })
    return first.body.cost ? send(event, 'PUT', '/rubric', { criteria, accept: first.body.cost }) : first
  }
  const ballot = (event: TestEvent) => ({
    scores: Object.fromEntries(event.event.criteria.map((criterion) => [criterion.id, 3])),
    editedAt: new Date().toISOString(),
  })

  /** A valid request for each action, in an order in which none removes what a later one needs. */
  const requests: Record<Action, (event: TestEvent, phase: Phase) => Promise<Answer>> = {
    'change-event': (event) => send(event, 'PATCH', '', { venue: 'The town hall' }),
    'change-result-settings': (event) => send(event, 'PATCH', '', { places: 2 }),
    'change-scoring': (event) => send(event, 'PATCH', '', { scoring: 'any-order' }),
    'reword-rubric': (event) => {
      const [first, ...rest] = event.event.criteria
      return sendRubric(event, [{ ...first, name: 'In better words' }, ...rest])
    },
    'draw-running-order': async (event, phase) => {
      if (phase !== 'live') return send(event, 'POST', '/running-order/draw')
      const fresh = await makeEvent(server)
      await fresh.cue('open-doors')
      return send(fresh, 'POST', '/running-order/draw')
    },
    'set-running-order': async (event) =>
      send(event, 'PUT', '/running-order', { entryIds: (await listIds(event)).toReversed() }),
    'add-entry': (event) => send(event, 'POST', '/entries', { title: 'New', team: 'New' }),
    'import-entries': (event) =>
      send(event, 'POST', '/entries/many', { add: [{ title: 'Many', team: 'Many' }], change: [] }),
    'edit-entry': (event) => send(event, 'PATCH', `/entries/${event.entries[0]!.id}`, { title: 'Edited' }),
    'edit-own-entry': (event) =>
      send(event, 'PATCH', `/entries/${event.entries[0]!.id}`, { title: 'Edited' }, event.teamKeys[0]),
    'set-ready': (event) => send(event, 'POST', `/entries/${event.entries[1]!.id}/ready`, { ready: true }),
    'set-event-picture': (event) => sendPicture(event, '', event.key),
    'set-entry-picture': (event) => sendPicture(event, `/entries/${event.entries[0]!.id}`, event.key),
    'set-film': (event) => startFilm(event),
    'upload-film': sendFilmPart,
    'set-own-picture': (event) => sendPicture(event, `/entries/${event.entries[0]!.id}`, event.teamKeys[0]!),
    'set-entry-slides': (event) => sendSlide(event, event.key),
    'set-own-slides': (event) => sendSlide(event, event.teamKeys[0]!),
    'add-judge': (event) => send(event, 'POST', '/judges', { name: 'Added' }),
    'import-judges': (event) =>
      send(event, 'POST', '/judges/many', { add: [], change: [{ id: event.judges[0]!.id, to: { role: 'Chair' } }] }),
    join: (event) => server.call('POST', `${event.path}/join`, { name: 'Joined' }),
    'repeat-join': (event) => server.call('POST', `${event.path}/join`, repeatedJoin),
    'correct-judge': (event) => send(event, 'PATCH', `/judges/${event.judges[0]!.id}`, { name: 'Corrected' }),
    'merge-judges': async (event) => {
      const { body } = await send(event, 'POST', '/judges', { name: 'Listed twice' })
      const otherId = body.judge?.id ?? event.judges[1]!.id
      return send(event, 'POST', `/judges/${event.judges[3]!.id}/merge`, { otherId })
    },
    'admit-judge': (event) => send(event, 'POST', `/judges/${event.judges[3]!.id}/admit`),
    'set-judge-away': (event) => send(event, 'POST', `/judges/${event.judges[3]!.id}/away`),
    'remove-judge': (event) => send(event, 'POST', `/judges/${event.judges[3]!.id}/remove`),
    'issue-key': (event) => send(event, 'POST', `/entries/${event.entries[2]!.id}/key`),
    'revoke-key': async (event) => {
      const { keys } = (await send(event, 'GET', '/keys')).body
      const { id } = keys.find((key: { entryId: string }) => key.entryId === event.entries[2]!.id)
      return send(event, 'DELETE', `/keys/${id}`)
    },
    'hand-over-desk': async (event) => {
      const { code } = (await send(event, 'POST', '/desk-codes')).body
      return server.call('POST', `${event.path}/desk-session`, { code })
    },
    'play-cue': (event) => event.cue('message', { text: 'Hello' }),
    'show-caption': async (event) => {
      await send(event, 'PATCH', '', { captions: true })
      return send(event, 'POST', '/captions', { text: 'Good evening' })
    },
    'suggest-entry': (event) => send(event, 'POST', '/ballots/where-next', {}, event.judgeKeys[0]),
    'save-ballot': (event) => send(event, 'PUT', `/ballots/${event.entries[0]!.id}`, ballot(event), event.judgeKeys[0]),
    'copy-paper-ballot': (event) =>
      send(event, 'PUT', `/judges/${event.judges[2]!.id}/ballots/${event.entries[0]!.id}`, ballot(event)),
    'change-rubric': async (event) => {
      const { criteria } = (await send(event, 'GET', '')).body.event
      return sendRubric(event, [...criteria, { name: 'One more', max: 5 }])
    },
    'reword-challenges': (event) => send(event, 'PUT', '/challenges', { challenges: [] }),
    'change-challenges': (event) => send(event, 'PUT', '/challenges', { challenges: [{ name: 'Open data' }] }),
    'choose-challenges': (event) =>
      send(event, 'PUT', `/entries/${event.entries[0]!.id}/challenges`, { challengeIds: [] }, event.teamKeys[0]),
    'set-prizes': (event) => send(event, 'PUT', '/prizes', { prizes: [{ name: 'Kindest idea' }] }),
    'disqualify-entry': async (event) => {
      const answer = await send(event, 'POST', `/entries/${event.entries[2]!.id}/disqualify`, { reason: 'Late' })
      await send(event, 'POST', `/entries/${event.entries[2]!.id}/reinstate`)
      return answer
    },
    'cast-vote': (event) =>
      send(event, 'POST', '/casting-votes', {
        ...{ entryIds: event.entries.slice(0, 2).map((entry) => entry.id), by: 'The chair', reason: 'Nearer' },
      }),
    'decide-feedback': async (event) => {
      const { body } = await send(event, 'GET', '/feedback')
      const { entryId, judgeId, digest } = body.comments?.[0] ?? { entryId: 'none', judgeId: 'none', digest: '' }
      return send(event, 'PUT', '/feedback', { decisions: [{ entryId, judgeId, digest, state: 'left-out' }] })
    },
    'read-archive': (event) => send(event, 'GET', '/archive'),
    'read-ballot-history': async (event) => {
      const answer = await send(event, 'GET', '/history')
      // The history is readable in every phase; its ballots are null while they are sealed.
      return answer.body.ballots ? answer : { ...answer, status: 403, body: { type: '/problems/results-sealed' } }
    },
    'read-comments': (event) => send(event, 'GET', '/feedback'),
    'read-feedback': (event) => send(event, 'GET', `/entries/${event.entries[0]!.id}/feedback`),
    'read-result': (event) => server.call('GET', `${event.path}/results`),
    'read-result-as-organiser': (event) => send(event, 'GET', '/results'),
    'read-review': (event) => send(event, 'GET', '/review'),
    'start-rehearsal': (event) => send(event, 'POST', '/rehearsal', { speed: 20 }),
    'wipe-rehearsal': (event) => send(event, 'DELETE', '/rehearsal'),
    'copy-event': (event) => send(event, 'POST', '/copy'),
    'remove-entry': (event) => send(event, 'DELETE', `/entries/${event.entries[2]!.id}`),
    'forget-people': (event) => send(event, 'DELETE', '/people'),
    'delete-event': async (event, phase) => {
      const { name } = event.event
      return send(phase === 'setup' || phase === 'final' ? await makeEventIn(phase) : event, 'DELETE', '', { name })
    },
    'delete-event-under-way': (event) => send(event, 'DELETE', '', { name: event.event.name, underWay: true }),
  }

  it.each(phases)('in the phase %s are done, or refused as the table says', async (phase) => {
    const event = await makeEventIn(phase)
    if (phase === 'live') await event.cue('call', { entryId: event.entries[0]!.id })
    const results: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const [action, request] of Object.entries(requests) as [Action, (typeof requests)[Action]][]) {
      if (action === 'decide-feedback' && findPhaseRefusal(action, phase) === undefined) await commentOn(event)
      const { status, body } = await request(event, phase)
      results[action] = status < 300 ? 'done' : String(body.type).replace('/problems/', '')
      expected[action] = findPhaseRefusal(action, phase)?.code ?? 'done'
    }
    expect(results).toEqual(expected)
    expect(server.failures).toEqual([])
  })

  const commentOn = (event: TestEvent) =>
    server.db
      .sql`update ballots set comment = 'Well done' where event_id = ${event.event.id} and judge_id = ${event.judges[0]!.id}`

  it('cover every request that changes an event', async () => {
    const { body } = await server.call('GET', '/api/openapi.json')
    const changes = Object.entries<Record<string, any>>(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== 'get')
        .map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, action: operation['x-action'] })),
    )
    expect(changes.length).toBeGreaterThan(40)
    expect(changes.filter(({ action }) => action === undefined).map(({ name }) => name)).toEqual(withoutEvent)
    for (const { action } of changes) if (action !== undefined) expect(actions).toContain(action)
  })

  it('include the documented refusals by the event’s settings, which no phase decides', async () => {
    const { body } = await server.call('GET', '/api/openapi.json')
    const operations = Object.values<Record<string, any>>(body.paths).flatMap((methods) => Object.values(methods))
    const documented = (action: string) =>
      JSON.stringify(
        operations.filter((operation) => operation['x-action'] === action).map(({ responses }) => responses),
      )
    expect(documented('join')).toContain('/problems/link-only')
    expect(documented('edit-own-entry') + documented('set-own-picture')).toContain('/problems/entries-frozen')
    expect(documented('show-caption')).toContain('/problems/captions-off')
    expect(documented('start-rehearsal')).toContain('/problems/rehearsal-itself')
  })

  it('are refused by the event’s settings, too: frozen entries, links only, a rehearsal of a rehearsal', async () => {
    const codeOf = ({ body }: Answer) => body.type?.replace('/problems/', '')
    const frozen = await makeEvent(server, { admission: 'link' })
    await send(frozen, 'PATCH', '', { entriesFrozen: true })
    expect(codeOf(await requests['edit-own-entry'](frozen, 'setup'))).toBe('entries-frozen')
    expect(codeOf(await requests['set-own-picture'](frozen, 'setup'))).toBe('entries-frozen')
    expect(codeOf(await requests['set-own-slides'](frozen, 'setup'))).toBe('entries-frozen')
    expect((await requests['edit-entry'](frozen, 'setup')).status).toBe(200)
    expect(codeOf(await requests.join(frozen, 'setup'))).toBe('link-only')
    const { body } = await send(frozen, 'POST', '/rehearsal', { speed: 20 })
    const again = await server.call('POST', `/api/events/${body.rehearsal.slug}/rehearsal`, {}, body.organiserKey)
    expect(codeOf(again)).toBe('rehearsal-itself')
    await send(frozen, 'DELETE', '/rehearsal')
  })

  it('count the panel under the lock: no crowd that joins at once exceeds its limit', async () => {
    const event = await makeEvent(server, { judges: 0 })
    await server.db.sql`
      insert into judges (id, event_id, name, role, organisation, status, away)
      select 'crowd' || n, ${event.event.id}, 'Judge ' || n, '', '', 'admitted', false from generate_series(1, 995) as n`
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => server.call('POST', `${event.path}/join`, { name: `Late ${n}` })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
    expect(answers.filter(({ body }) => body.type === '/problems/panel-full')).toHaveLength(15)
    expect((await server.call('GET', `${event.path}/judges`, undefined, event.key)).body.judges).toHaveLength(1000)
    expect((await server.call('GET', '/api/events', undefined, owner)).status).toBe(200)
  })
})
