import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { inject } from 'vitest'
import { makeApp } from '../../api/app.ts'
import type { AppContext } from '../../api/context.ts'
import { createContext } from '../../api/create-context.ts'
import { hashKey } from '../../api/http/keys.ts'
import type { Clock } from '../../api/operations/clock.ts'
import type { Cue } from '../../api/schema/cue.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Judge } from '../../api/schema/judge.ts'
import { insertKey } from '../../api/store/keys.ts'
import { readEvents } from '../../web/core/feed/event-stream.ts'
import { type Answer, type Call, makeCall, owner } from './call.ts'
import { apiDatabase, type DatabaseKind, openTestDatabase, type TestDatabase } from './databases.ts'

export { type Answer, type Call, owner } from './call.ts'

export type Server = {
  db: TestDatabase
  dataDir: string
  context: AppContext
  failures: unknown[]
  fetch: (request: Request) => Response | Promise<Response>
  call: Call
  listen(): Promise<string>
  close(): Promise<void>
}

type ServerOptions = { database?: DatabaseKind; beside?: Server; clock?: Clock }

/** `beside`: another instance on the PostgreSQL database of an earlier one. */
export async function openServer({ database = apiDatabase, beside, clock }: ServerOptions = {}): Promise<Server> {
  const db = await openTestDatabase(database, { url: beside?.db.url })
  const failures: unknown[] = []
  const dataDir = db.dataDir ?? join(inject('folder'), randomBytes(4).toString('hex'))
  const context = await createContext(db, 'http://hall.test', (failure) => failures.push(failure), dataDir, clock)
  if (!beside) await insertKey(db.sql, hashKey(owner), { role: 'owner', eventId: null, judgeId: null, entryId: null })
  const app = makeApp(context, (failure) => failures.push(failure))
  const stops: (() => Promise<unknown>)[] = []
  return {
    db,
    dataDir,
    context,
    failures,
    fetch: (request) => app.fetch(request),
    call: makeCall(app.request),
    listen: () =>
      new Promise((resolve) => {
        const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
          resolve(`http://127.0.0.1:${port}`),
        )
        stops.push(() => new Promise((done) => server.close(done)))
      }),
    async close() {
      context.presence.stop()
      context.clockCorrection.stop()
      await context.peopleRemoval.stop()
      context.databaseHealth.stop()
      await context.rehearsalRunner.stopAll()
      context.feed.close()
      context.captions.close()
      await Promise.all(stops.map((stop) => stop()))
      await context.ballotBatch.flush()
      await context.archives.settled()
      await db.close()
    },
  }
}

export type TestEvent = {
  event: Event
  key: string
  path: string
  entries: Entry[]
  teamKeys: string[]
  judges: Judge[]
  judgeKeys: string[]
  cue: (cue: Cue['cue'], more?: object) => Promise<Answer>
  score: (judge: number, entry: number, value: number | Record<string, number>, more?: object) => Promise<Answer>
}

export async function makeEvent(
  server: Pick<Server, 'call'>,
  { entries = 3, judges = 2, ...more }: { entries?: number; judges?: number; [setting: string]: unknown } = {},
): Promise<TestEvent> {
  const creation = await server.call('POST', '/api/events', { name: 'Makers hack day', ...more }, owner)
  if (creation.status !== 201) throw new Error(`The event was not made: ${creation.text}`)
  const { event, organiserKey: key } = creation.body
  const path = `/api/events/${event.slug}`
  async function addMany(path: string, add: object[]): Promise<any[]> {
    if (add.length === 0) return []
    const { status, body, text } = await server.call('POST', path, { add, change: [] }, key)
    if (status !== 200) throw new Error(`${path}: ${text}`)
    return body.added
  }
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  const madeEntries: { entry: Entry; teamKey: string }[] = await addMany(
    `${path}/entries/many`,
    numbers(entries).map((n) => ({ title: `Title ${n}`, team: `Team ${n}` })),
  )
  const madeJudges: { judge: Judge; judgeKey: string }[] = await addMany(
    `${path}/judges/many`,
    numbers(judges).map((n) => ({ name: `Judge ${n}` })),
  )
  const judgeKeys = madeJudges.map(({ judgeKey }) => judgeKey)
  let tap = Date.now() - 1_000_000
  return {
    event,
    key,
    path,
    entries: madeEntries.map(({ entry }) => entry),
    teamKeys: madeEntries.map(({ teamKey }) => teamKey),
    judges: madeJudges.map(({ judge }) => judge),
    judgeKeys,
    cue: (cue, moreOfCue = {}) => server.call('POST', `${path}/cues`, { cue, ...moreOfCue }, key),
    score: (judge, entry, value, moreOfBallot = {}) => {
      tap += 1
      const scores =
        typeof value === 'number' ? Object.fromEntries(event.criteria.map((c: { id: string }) => [c.id, value])) : value
      const body = { scores, editedAt: new Date(tap).toISOString(), ...moreOfBallot }
      return server.call('PUT', `${path}/ballots/${madeEntries[entry]?.entry.id ?? 'nobody'}`, body, judgeKeys[judge])
    },
  }
}

export async function showAll(event: TestEvent): Promise<void> {
  await event.cue('open-doors')
  for (const _ of event.entries) await event.cue('next')
}

export async function openFeed(url: string, key?: string) {
  const stop = new AbortController()
  const response = await fetch(url, {
    signal: stop.signal,
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
  })
  if (!response.ok || !response.body) throw new Error(`No feed: ${response.status} ${await response.text()}`)
  const updates: { name: string; data: any; at: number }[] = []
  const waiting = new Set<() => void>()
  const reading = readEvents(response.body, ({ name, data }) => {
    updates.push({ name, data: JSON.parse(data), at: performance.now() })
    for (const wake of waiting) wake()
  }).catch(() => {})
  return {
    updates,
    async until(fits: (update: { name: string; data: any }) => boolean): Promise<any> {
      for (;;) {
        const found = updates.find(fits)
        if (found) return found.data
        await new Promise<void>((wake) => {
          waiting.add(wake)
        })
      }
    },
    ended: reading,
    async close() {
      stop.abort()
      await reading
    },
  }
}
