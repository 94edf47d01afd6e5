import type { ClientResponse } from 'hono/client'
import { type BallotDraft, emptyBallot } from '../../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { createBallotClient } from '../../../web/ballot/ballot-client.ts'
import { createBallotStore } from '../../../web/ballot/ballot-store.ts'
import type { Outbox } from '../../../web/ballot/held-ballot.ts'
import { savingOf } from '../../../web/ballot/saving.ts'
import { ask, fetchWithin, type Problem } from '../../../web/core/api.ts'
import type { Clock } from '../../../web/core/clock.ts'
import type { Storage } from '../../../web/core/storage.ts'
import type { Network } from './network.ts'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** What a phone stores beyond its pages: as slow and as atomic as IndexedDB, with copied values. */
export function makePhoneStorage(): Storage {
  const values = new Map<string, unknown>()
  const wait = () => pause(Math.random() * 4)
  return {
    async read<T>(key: string) {
      await wait()
      return structuredClone(values.get(key)) as T | undefined
    },
    async list<T>(prefix: string) {
      await wait()
      return [...values].filter(([key]) => key.startsWith(prefix)).map(([, value]) => structuredClone(value) as T)
    },
    async write<T>(key: string, merge: (stored: T | undefined) => T) {
      await wait()
      values.set(key, structuredClone(merge(structuredClone(values.get(key)) as T | undefined)))
      return true
    },
    async remove(key) {
      await wait()
      values.delete(key)
    },
  }
}

export const exactClock: Pick<Clock, 'now' | 'correctedMs' | 'sync'> = {
  now: Date.now,
  correctedMs: () => 0,
  sync: async () => {},
}

type Options = {
  /** A server that is killed starts again at another address. */
  address: string | (() => string)
  path: string
  key: string
  network: Network
  storage?: Storage
  clock?: Pick<Clock, 'now' | 'correctedMs' | 'sync'>
  onStored?: () => void
  connected?: () => boolean
}

export type Phone = ReturnType<typeof openPhone>

export function openPhone({
  address,
  path,
  key,
  network,
  storage = makePhoneStorage(),
  clock = exactClock,
  onStored,
  connected,
}: Options) {
  let outbox: Outbox = {}
  let isStored = true
  let live = true
  const lockedBy: Problem[] = []
  const acknowledged = new Map<string, Ballot>()
  let acknowledgements = 0
  const savingTexts: string[] = []

  const origin = () => (typeof address === 'string' ? address : address())
  const request = <Body>(method: string, requestPath: string, body?: unknown, signal?: AbortSignal) =>
    ask<Body>(
      network.carry(() =>
        fetchWithin(origin() + requestPath, {
          method,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
          body: body === undefined ? undefined : JSON.stringify(body),
          signal,
        }),
      ) as Promise<ClientResponse<Body>>,
    )

  const saving = () =>
    savingOf(outbox, { connected: (connected ?? (() => network.on))(), isStored, isOpen: () => live })
  const client = createBallotClient({
    store: createBallotStore(Promise.resolve(storage), 'event/ballots/judge/'),
    clock,
    network: {
      async send({ entryId, ...paper }, signal) {
        const { ballot } = await request<{ ballot: Ballot }>('PUT', `${path}/ballots/${entryId}`, paper, signal)
        acknowledgements += 1
        const before = acknowledged.get(entryId)
        if (!before || Date.parse(before.editedAt) < Date.parse(ballot.editedAt)) acknowledged.set(entryId, ballot)
        return ballot
      },
      list: async () => (await request<{ ballots: Ballot[] }>('GET', `${path}/ballots`)).ballots,
    },
    onEvent(event) {
      if (event.type === 'key-refused') lockedBy.push(event.problem)
      if (event.type === 'stored') onStored?.()
      if (event.type !== 'changed') return
      outbox = event.outbox
      isStored = event.isStored
      if (savingTexts.at(-1) !== saving().text) savingTexts.push(saving().text)
    },
  })

  client.setOpenEntries('all')

  const paper = (entryId: string): BallotDraft => outbox[entryId]?.paper ?? emptyBallot(entryId)
  return {
    outbox: () => outbox,
    paper,
    saving,
    savingTexts,
    lockedBy,
    acknowledged,
    acknowledgements: () => acknowledgements,
    write: (entryId: string, change: Partial<BallotDraft>) => client.write({ ...paper(entryId), ...change }),
    score: (entryId: string, criterionId: string, value: number) =>
      client.write({ ...paper(entryId), scores: { ...paper(entryId).scores, [criterionId]: value } }),
    restore: () => client.restore(),
    check: client.check,
    setScoringOpen(open: boolean) {
      live = open
      client.setOpenEntries(open ? 'all' : new Set())
      client.wake()
    },
    async reconnect() {
      await client.restore()
      client.wake()
      return client.check()
    },
    close: client.stop,
  }
}
