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
import type { Air } from './network.ts'
import type { Hall } from './server-program.ts'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** What a phone keeps, outliving its pages: as slow and as atomic as IndexedDB, and copied in and out. */
export function makePocket(): Storage {
  const kept = new Map<string, unknown>()
  const wait = () => pause(Math.random() * 4)
  return {
    async read<T>(key: string) {
      await wait()
      return structuredClone(kept.get(key)) as T | undefined
    },
    async list<T>(prefix: string) {
      await wait()
      return [...kept].filter(([key]) => key.startsWith(prefix)).map(([, value]) => structuredClone(value) as T)
    },
    async write<T>(key: string, merge: (stored: T | undefined) => T) {
      await wait()
      kept.set(key, structuredClone(merge(structuredClone(kept.get(key)) as T | undefined)))
      return true
    },
    async remove(key) {
      await wait()
      kept.delete(key)
    },
  }
}

export const rightClock: Pick<Clock, 'now' | 'correctedMs' | 'sync'> = {
  now: Date.now,
  correctedMs: () => 0,
  sync: async () => {},
}

type Options = {
  hall: Pick<Hall, 'address'>
  path: string
  key: string
  air: Air
  pocket?: Storage
  clock?: Pick<Clock, 'now' | 'correctedMs' | 'sync'>
  kept?: () => void
  connected?: () => boolean
}

export type Phone = ReturnType<typeof takePhone>

export function takePhone({
  hall,
  path,
  key,
  air,
  pocket = makePocket(),
  clock = rightClock,
  kept,
  connected,
}: Options) {
  let box: Outbox = {}
  let allStored = true
  let live = true
  const lockedBy: Problem[] = []
  const acknowledged = new Map<string, Ballot>()
  let acknowledgements = 0
  const says: string[] = []

  const request = <Body>(method: string, address: string, body?: unknown, signal?: AbortSignal) =>
    ask<Body>(
      air.carry(() =>
        fetchWithin(hall.address() + address, {
          method,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
          body: body === undefined ? undefined : JSON.stringify(body),
          signal,
        }),
      ) as Promise<ClientResponse<Body>>,
    )

  const saving = () => savingOf(box, { connected: (connected ?? (() => air.on))(), allStored, isOpen: () => live })
  const client = createBallotClient({
    store: createBallotStore(Promise.resolve(pocket), 'event/ballots/judge/'),
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
      if (event.type === 'stored') kept?.()
      if (event.type !== 'changed') return
      box = event.outbox
      allStored = event.allStored
      if (says.at(-1) !== saving().text) says.push(saving().text)
    },
  })

  client.setOpenEntries('all')

  const paper = (entryId: string): BallotDraft => box[entryId]?.paper ?? emptyBallot(entryId)
  return {
    box: () => box,
    paper,
    saving,
    says,
    lockedBy,
    /** The newest ballot of each entry that the server has said it holds. */
    acknowledged,
    acknowledgements: () => acknowledgements,
    write: (entryId: string, change: Partial<BallotDraft>) => client.write({ ...paper(entryId), ...change }),
    score: (entryId: string, criterionId: string, value: number) =>
      client.write({ ...paper(entryId), scores: { ...paper(entryId).scores, [criterionId]: value } }),
    recall: () => client.restore(),
    check: client.check,
    hear(open: boolean) {
      live = open
      client.setOpenEntries(open ? 'all' : new Set())
      client.wake()
    },
    async alive() {
      await client.restore()
      client.wake()
      return client.check()
    },
    close: client.stop,
  }
}
