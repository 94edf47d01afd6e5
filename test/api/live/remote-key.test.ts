import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLimits } from '../../../api/http/rate-limit.ts'
import { mayPlayCue } from '../../../api/rules/show/cues/cue-roles.ts'
import { type CueName, cue as cueSchema } from '../../../api/schema/cue.ts'
import { makeEvent, openFeed, openServer, type Server, showAll, type TestEvent } from '../../support/show.ts'
import { createRowReader } from '../../support/stored-rows.ts'

const cueNames = cueSchema.options.map(({ shape }) => shape.cue.value) as CueName[]
const deskCues: CueName[] = ['close-scoring', 'reopen-scoring', 'start-reveal', 'reveal-next', 'reveal-back', 'publish']

type Operation = { method: string; path: string; door: string | undefined }

describe('a remote key', () => {
  let server: Server
  let address: string
  let operations: Operation[]
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
    const { body } = await server.call('GET', '/api/openapi.json')
    operations = Object.entries<Record<string, any>>(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: `/api${path}`,
        door: operation['x-door'],
      })),
    )
  })
  afterAll(() => server.close())

  const makeKey = async ({ path, key }: TestEvent): Promise<string> => {
    const made = await server.call('POST', `${path}/links/remote`, undefined, key)
    expect(made.status).toBe(201)
    expect(made.body.remoteKey).toMatch(/^[\w-]{22}$/)
    return made.body.remoteKey
  }
  const details: Partial<Record<CueName, (event: TestEvent) => object>> = {
    call: ({ entries }) => ({ entryId: entries[0]!.id }),
    'add-time': () => ({ seconds: 60 }),
    message: () => ({ text: 'One minute left' }),
  }
  const play = (event: TestEvent, cue: CueName, key: string) =>
    server.call('POST', `${event.path}/cues`, { cue, ...details[cue]?.(event) }, key)

  it('moves the show, and is answered the stage’s snapshot', async () => {
    const event = await makeEvent(server)
    const key = await makeKey(event)
    expect((await play(event, 'open-doors', key)).body.phase).toBe('live')
    expect((await play(event, 'next', key)).body.onStage.team).toBe('Team 1')
    const running = await play(event, 'start-timer', key)
    expect(running.body.timer.state).toBe('running')
    expect(Object.keys(running.body).sort()).toEqual(
      Object.keys((await server.call('GET', `${event.path}/stage`)).body).sort(),
    )
  })

  it('plays each cue but those that close, reopen, reveal or publish, in every phase', async () => {
    expect(cueNames.filter((cue) => !mayPlayCue('remote', cue))).toEqual(deskCues)
    const event = await makeEvent(server)
    const key = await makeKey(event)
    const refusedCues = async () => {
      const before = (await server.call('GET', `${event.path}/stage`)).body
      const refused: string[] = []
      for (const cue of deskCues) {
        const { status, body } = await play(event, cue, key)
        if (status === 403 && body.type === '/problems/desk-only') refused.push(cue)
      }
      const after = (await server.call('GET', `${event.path}/stage`)).body
      expect({ ...after, now: '' }).toEqual({ ...before, now: '' })
      return refused
    }
    expect(await refusedCues()).toEqual(deskCues)
    await showAll(event)
    for (const judge of [0, 1]) for (const entry of [0, 1, 2]) await event.score(judge, entry, 3 + judge)
    for (const cue of cueNames.filter((name) => !deskCues.includes(name)))
      expect([cue, (await play(event, cue, key)).body.type]).not.toEqual([cue, '/problems/desk-only'])
    expect(await refusedCues()).toEqual(deskCues)
    expect((await event.cue('close-scoring')).status).toBe(200)
    expect(await refusedCues()).toEqual(deskCues)
    // `undo` and `resume` lead back to no earlier phase.
    for (const cue of ['undo', 'resume', 'blank', 'undo'] as const) await play(event, cue, key)
    expect((await server.call('GET', `${event.path}/stage`)).body.phase).toBe('closed')
    await event.cue('start-reveal')
    const shown = (await event.cue('reveal-next')).body.reveal
    expect(await refusedCues()).toEqual(deskCues)
    for (const cue of ['undo', 'resume', 'blank', 'undo', 'next', 'back'] as const) await play(event, cue, key)
    expect((await server.call('GET', `${event.path}/stage`)).body).toMatchObject({ phase: 'revealing', reveal: shown })
  })

  it('reads in every phase what anyone may read and nothing else, and changes nothing but the show', async () => {
    const event = await makeEvent(server, { judges: 2 })
    const key = await makeKey(event)
    const readAllRows = createRowReader(server.db.sql)
    const filled = (path: string) =>
      path
        .replace('{slug}', event.event.slug)
        .replace('{code}', event.event.code)
        .replace(/\{(id|entryId)\}/, event.entries[0]!.id)
        .replace(/\{\w+\}/g, '1')
    const withoutMoments = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|"now":\d+/g, '')
    const walk = async () => {
      const before = await readAllRows()
      const read: string[] = []
      for (const { method, path, door } of operations) {
        const roles = door?.split(' or ') ?? []
        if (roles.includes('remote') || path.includes('/feed') || path === '/api/session') continue
        const at = `${method} ${path}`
        const body = method === 'GET' ? undefined : {}
        const answer = await server.call(method, filled(path), body, key)
        if (door !== undefined) {
          expect([at, answer.status, answer.body.type]).toEqual([at, 403, '/problems/wrong-door'])
          continue
        }
        const publicAnswer = await server.call(method, filled(path), body)
        expect([at, answer.status, withoutMoments(answer.text)]).toEqual([
          at,
          publicAnswer.status,
          withoutMoments(publicAnswer.text),
        ])
        read.push(answer.text)
      }
      expect(await readAllRows()).toEqual(before)
      return read.join('\n')
    }
    await showAll(event)
    for (const judge of [0, 1]) for (const entry of [0, 1, 2]) await event.score(judge, entry, 3 + judge)
    for (const cue of ['close-scoring', 'start-reveal'] as const) {
      const text = await walk()
      for (const secret of ['Judge 1', 'Judge 2', '"standings"', '"scores"', '"rank"', key])
        expect(text.includes(secret), secret).toBe(false)
      await event.cue(cue)
    }
    await walk()
    expect(operations.filter(({ door }) => door?.includes('remote')).map(({ path }) => path)).toEqual([
      '/api/events/{slug}/cues',
      '/api/events/{slug}/captions',
    ])
  })

  it('follows the feed of the stage alone, until the organiser stops it', async () => {
    const event = await makeEvent(server)
    const other = await makeEvent(server)
    const key = await makeKey(event)
    const feed = await openFeed(`${address}${event.path}/feed`, key)
    await feed.until(({ name }) => name === 'stage')
    await showAll(event)
    await event.score(0, 2, 4)
    await feed.until(({ name, data }) => name === 'stage' && data.scoring.in === 1)
    expect([...new Set(feed.updates.map(({ name }) => name))]).toEqual(['stage'])
    expect((await play(other, 'open-doors', key)).body.type).toBe('/problems/wrong-door')

    const session = await server.call('POST', '/api/session', { key })
    expect(session.body).toEqual({ role: 'remote', eventSlug: event.event.slug })
    expect(session.headers.get('set-cookie')).toContain(`demo-hour-remote-${event.event.slug}=`)
    const listed = (await server.call('GET', `${event.path}/keys`, undefined, event.key)).body.keys
    const own = listed.filter(({ role }: { role: string }) => role === 'remote')
    expect(own).toMatchObject([{ judgeId: null, entryId: null, own: false }])
    await server.call('DELETE', `${event.path}/keys/${own[0].id}`, undefined, event.key)
    await feed.ended
    expect((await play(event, 'next', key)).body.type).toBe('/problems/key-unknown')
    const { history } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    expect(history.filter(({ what }: { what: string }) => what === 'remote-link')).toHaveLength(1)
  })

  it('that presses without pause is slowed down, and the desk is not', async () => {
    const usual = server.context.limits
    server.context.limits = makeLimits(() => 0)
    try {
      const event = await makeEvent(server)
      const key = await makeKey(event)
      await event.cue('open-doors')
      const statuses = new Set<number>()
      for (let n = 0; n < 198; n += 1) server.context.limits.remote.take(`remote ${event.event.id} `)
      for (let n = 0; n < 3; n += 1) statuses.add((await play(event, 'resume', key)).status)
      expect([...statuses]).toEqual([200, 429])
      expect((await event.cue('next')).status).toBe(200)
    } finally {
      server.context.limits = usual
    }
  })
})
