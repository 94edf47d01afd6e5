import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLimits } from '../../../api/http/rate-limit.ts'
import { refusals } from '../../../api/rules/refusal.ts'
import { amount, long } from '../../faults/seed.ts'
import { playFullEvent } from '../../support/full-event.ts'
import { makeEvent, openServer, owner, type Server, type TestEvent } from '../../support/show.ts'
import { createRowReader, type Tables } from '../../support/stored-rows.ts'
import { type Known, nearlyValid, oddTexts, type Schema, toText, validBodies } from './nearly-valid.ts'

type Operation = { method: string; path: string; door: string; schema: Schema | undefined }
type Sent = { path: string; key: string | undefined; type: string | undefined; body: string | Uint8Array | undefined }

const seed = Number(process.env.SEED ?? 20_261_008)
const callsPerOperation = amount(3, 100, 400)
const withoutSeen = ({ judges = '', ...tables }: Tables): Tables => ({
  ...tables,
  judges: judges.replace(/"seen_at":("[^"]*"|null)/g, '"seen_at":null'),
})
const phases = ['setup', 'live', 'closed'] as const
type Phase = (typeof phases)[number]

describe('each operation, given an almost valid request,', { timeout: 1_500_000 }, () => {
  let server: Server
  let operations: Operation[]
  let other: TestEvent
  let archive: unknown
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
    const { body } = await server.call('GET', '/api/openapi.json')
    operations = Object.entries<Record<string, any>>(body.paths).flatMap(([path, some]) =>
      Object.entries(some).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: `/api${path}`,
        door: operation['x-door'] ?? '',
        schema: operation.requestBody?.content['application/json']?.schema,
      })),
    )
    other = await playFullEvent(server, 'another')
    archive = (await server.call('GET', `${other.path}/archive`, undefined, other.key)).body
  })
  afterAll(() => server.close())

  async function makeIn(phase: Phase) {
    const event = await makeEvent(server, { entries: 2, judges: 2 })
    if (phase === 'setup') return event
    for (const cue of ['open-doors', 'next', 'next'] as const) await event.cue(cue)
    await event.score(0, 0, 3, { comment: 'Kind' })
    if (phase === 'closed') await event.cue('close-scoring')
    return event
  }
  async function deleteAllBut(inUse: TestEvent[]) {
    const slugs = new Set([other, ...inUse].map(({ event }) => event.slug))
    const { events } = (await server.call('GET', '/api/events', undefined, owner)).body
    for (const { slug, name } of events)
      if (!slugs.has(slug)) await server.call('DELETE', `/api/events/${slug}`, { name, underWay: true }, owner)
  }
  const knownIn = ({ event, entries, judges, key }: TestEvent): Known => ({
    ...{
      entryId: entries[0]!.id,
      judgeId: judges[0]!.id,
      joinId: `join-${randomUUID()}`,
      entryIds: entries.map(({ id }) => id),
      key,
    },
    ...{
      only: [judges[0]!.id],
      judgeIds: [judges[0]!.id],
      ...{ challengeIds: [], challengeOnlyIds: [] },
      scores: Object.fromEntries(event.criteria.map(({ id }) => [id, 3])),
      levels: { '1': 'No' },
      criterionAwards: event.criteria.slice(0, 2).map(({ id }) => id),
    },
    ...{
      name: event.name,
      timeZone: 'Europe/London',
      editedAt: new Date().toISOString(),
      slug: undefined,
      ifVersion: undefined,
      max: 5,
      min: 1,
    },
  })
  const idIn = (event: TestEvent, path: string) =>
    path.includes('/judges/') ? event.judges[0]!.id : event.entries[0]!.id
  const filled = (path: string, event: TestEvent, id = idIn(event, path)) =>
    path
      .replace('{slug}', event.event.slug)
      .replace('{code}', event.event.code)
      .replace('{id}', id)
      .replace('{entryId}', event.entries[0]!.id)
      .replace('{page}', '1')
  const keysIn = (event: TestEvent): Record<string, string> => ({
    organiser: event.key,
    judge: event.judgeKeys[0]!,
    team: event.teamKeys[0]!,
  })

  async function send(method: string, { path, key, type, body }: Sent) {
    const headers = {
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    }
    const request = { method, headers, body: method === 'GET' ? undefined : (body as BodyInit | undefined) }
    if (/\/feed(\/captions)?(\?|$)/.test(path)) {
      const left = new AbortController()
      const response = await fetch(address + path, { ...request, signal: left.signal })
      const text = response.ok ? '' : await response.text()
      left.abort()
      // A phone's presence is written a quarter of a second later, and must not count as a change of the next call.
      if (response.ok) await new Promise((noted) => setTimeout(noted, 400))
      return { status: response.status, type: response.headers.get('content-type'), text }
    }
    const response = await server.fetch(new Request(`http://hall.test${path}`, request))
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }

  function nearlyValidCall(
    right: Sent,
    event: TestEvent,
    operation: Operation,
    bodies: unknown[],
  ): fc.Arbitrary<[string, Sent]> {
    const text = typeof right.body === 'string' ? right.body : '{}'
    const strangers: [string, string | undefined][] = [
      ['nobody', undefined],
      ['a guesser', 'AAAAAAAAAAAAAAAAAAAAAA'],
      ['the owner', owner],
      ['half a key', right.key?.slice(0, 10)],
      ['a long key', 'k'.repeat(9000)],
      ...Object.entries(keysIn(event)),
      ...Object.entries(keysIn(other)).map(([role, key]): [string, string] => [`another event's ${role}`, key]),
    ]
    const ids = [
      'nobody',
      '%00',
      '%ff',
      '%',
      'a%20b',
      '%F0%9F%92%A5',
      'x'.repeat(300),
      '..',
      '-1',
      idIn(other, operation.path),
    ]
    const queries = [
      '?ballots=-1',
      '?ballots=1e99&prizes=NaN',
      '?ballots=%00',
      '?v=%ff',
      '?as=judge&counts=%',
      '?marked[]=1',
      '?deck=aaaaaaaa&of=0',
      '?deck=%00&of=3',
      '?of=3',
    ]
    const raw: [string, Partial<Sent>][] = [
      ['no body', { body: undefined }],
      ['an empty body', { body: '' }],
      ['half a body', { body: text.slice(0, -1) }],
      ['two bodies', { body: text + text }],
      ['a mark of byte order', { body: `\ufeff${text}` }],
      ['bytes that are no text', { body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x00, 0x22, 0x7d]) }],
      ['no JSON', { body: 'name=Bins' }],
      ['no type', { type: undefined }],
      ['the type of a form', { type: 'application/x-www-form-urlencoded' }],
      ['the type of a form with files', { type: 'multipart/form-data; boundary=x' }],
      ['plain text', { type: 'text/plain' }],
      ['another alphabet', { type: 'application/json; charset=utf-16' }],
      ['a body too large', { body: `${text.slice(0, -1)}${' '.repeat(300 * 1024)}}` }],
      ['a hundred thousand brackets', { body: '['.repeat(100_000) }],
    ]
    const ways: { weight: number; arbitrary: fc.Arbitrary<[string, Sent]> }[] = [
      { weight: 2, arbitrary: fc.constantFrom(...strangers).map(([who, key]) => [who, { ...right, key }]) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...queries).map((words) => [words, { ...right, path: right.path + words }]),
      },
    ]
    if (/\{(id|entryId|slug|code|page)\}/.test(operation.path))
      ways.push({
        weight: 2,
        arbitrary: fc
          .constantFrom(...ids)
          .chain((id) =>
            fc
              .constantFrom(...(operation.path.match(/\{\w+\}/g) ?? []))
              .map((place) => [`${place} ${id}`, { ...right, path: filled(operation.path.replace(place, id), event) }]),
          ),
      })
    if (operation.schema) {
      ways.push({
        weight: 2,
        arbitrary: fc.constantFrom(...raw).map(([change, how]) => [change, { ...right, ...how }]),
      })
      const near = fc.constantFrom(...bodies).chain(nearlyValid)
      ways.push({ weight: 12, arbitrary: near.map(({ change, body }) => [change, { ...right, body: toText(body) }]) })
    } else if (right.type === 'image/png')
      ways.push({
        weight: 3,
        arbitrary: fc.constantFrom(...oddTexts).map((body) => ['no picture', { ...right, body }]),
      })
    return fc.oneof(...ways)
  }

  it('answers without an internal failure; a refusal has a code and changes nothing in any table', async () => {
    expect(operations.length).toBeGreaterThan(70)
    const readAllRows = createRowReader(server.db.sql)
    const callCounts = { calls: 0, refused: 0, done: 0 }
    // Each is used until a call changes it, because to make one takes longer than most calls.
    const events: Partial<Record<Phase, TestEvent>> = {}
    for (const [turn, operation] of operations.entries()) {
      const { method, path, door, schema } = operation
      // The download of a judge's data is recorded in the event's history.
      const reading = method === 'GET' && !path.endsWith('/data')
      server.context.limits = makeLimits()
      async function right(phase: Phase): Promise<[Sent, unknown[], TestEvent]> {
        events[phase] ??= await makeIn(phase)
        const event = events[phase]
        const knownValues = {
          ...knownIn(event),
          ...(path.endsWith('/entries/keys') ? { only: [event.entries[0]!.id] } : {}),
          ...(path === '/api/events' ? { criterionAwards: undefined } : {}),
          ...(path.endsWith('/many')
            ? { id: path.includes('/judges') ? event.judges[0]!.id : event.entries[0]!.id }
            : {}),
        }
        const bodies = path === '/api/archive' ? [archive] : schema ? validBodies(schema, knownValues) : [undefined]
        const key = door.includes('organiser') ? event.key : door === 'owner' ? owner : keysIn(event)[door]
        const type = schema ? 'application/json' : /\/(picture|slides\/[^/]+)$/.test(path) ? 'image/png' : undefined
        return [{ path: filled(path, event), key, type, body: schema && toText(bodies[0]) }, bodies, event]
      }
      // Checks the generator: a valid call is never refused as invalid.
      const [, bodies] = await right('live')
      for (const body of bodies) {
        const [call] = await right('live')
        const before = await readAllRows()
        const answer = await send(method, { ...call, body: schema && toText(body) })
        expect(answer.text, `${method} ${path}`).not.toMatch(/problems\/(invalid|not-json|bug|wrong-door|key-needed)"/)
        if (answer.status < 300 && !reading) delete events.live
        else expect(await readAllRows(), `${method} ${path} ${answer.text}`).toEqual(before)
      }
      const draws = fc.sample(fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 })), {
        seed: seed + turn,
        numRuns: callsPerOperation,
      })
      for (const [n, draw] of draws.entries()) {
        const phase = phases[n % phases.length]!
        const [call, bodies, event] = await right(phase)
        const [[change, odd]] = fc.sample(nearlyValidCall(call, event, operation, bodies), {
          seed: draw,
          numRuns: 1,
        }) as [[string, Sent]]
        const before = await readAllRows()
        const answer = await send(method, odd)
        const description = `${method} ${odd.path.slice(0, 100)}, ${change} (SEED=${seed}) → ${answer.status} ${answer.text.slice(0, 300)}`
        expect(answer.status, description).not.toBe(500)
        const refused = answer.status >= 400
        if (refused) {
          expect(answer.type, description).toBe('application/problem+json')
          expect(Object.keys(refusals), description).toContain(JSON.parse(answer.text).type.replace('/problems/', ''))
        }
        if (refused || reading) expect(withoutSeen(await readAllRows()), description).toEqual(withoutSeen(before))
        callCounts.calls += 1
        callCounts[refused ? 'refused' : 'done'] += 1
        if (refused || reading) continue
        for (const address of ['', '/stage', '/line-up', '/judges', '/history', '/archive']) {
          const again = await server.call('GET', event.path + address, undefined, event.key)
          expect(again.status, `${description}, and then GET ${address}: ${again.text}`).toBeLessThan(500)
        }
        await server.call('DELETE', `${event.path}/rehearsal`, undefined, event.key)
        delete events[phase]
      }
      await deleteAllBut(Object.values(events))
    }
    if (long) process.stdout.write(`${JSON.stringify({ fuzz: operations.length, seed, ...callCounts })}\n`)
    expect(server.failures.filter((failure) => failure instanceof Error)).toEqual([])
    expect(callCounts.refused).toBeGreaterThan(callCounts.done)
  })
})
