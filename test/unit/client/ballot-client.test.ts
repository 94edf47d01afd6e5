import { describe, expect, it } from 'vitest'
import type { BallotDraft } from '../../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { type BallotEvent, createBallotClient } from '../../../web/ballot/ballot-client.ts'
import { createBallotNetwork } from '../../../web/ballot/ballot-network.ts'
import { createBallotStore } from '../../../web/ballot/ballot-store.ts'
import { isSaved } from '../../../web/ballot/held-ballot.ts'
import { createApi, Problem } from '../../../web/core/api.ts'
import { createMemoryStorage } from '../../../web/core/memory-storage.ts'

const toBallot = ({ ...paper }: BallotDraft): Ballot => ({
  ...paper,
  ...{ savedAt: paper.editedAt, complete: true, source: 'phone' as const },
})

function openClient({ stores = true } = {}) {
  const events: BallotEvent[] = []
  const sentPapers: BallotDraft[] = []
  const world = {
    events,
    sent: sentPapers,
    answer: async (paper: BallotDraft): Promise<Ballot> => toBallot(paper),
    list: async (): Promise<Ballot[]> => [],
    last: () => events.findLast((event) => event.type === 'changed'),
  }
  const storage = createMemoryStorage()
  const client = createBallotClient({
    store: createBallotStore(
      Promise.resolve({ ...storage, write: (key, merge) => storage.write(key, merge).then(() => stores) }),
      'bins/judge/',
    ),
    network: {
      send(paper) {
        sentPapers.push(paper)
        return world.answer(paper)
      },
      list: () => world.list(),
    },
    clock: { now: Date.now, correctedMs: () => 0, sync: async () => {} },
    onEvent: (event) => events.push(event),
    timer: () => () => {},
  })
  client.setOpenEntries('all')
  return { world, client, storage }
}

const settled = () => new Promise<void>((done) => setImmediate(done))

describe('a judge’s ballot client', () => {
  it('changes at once, stores, sends, and is saved with the answer', async () => {
    const { world, client, storage } = openClient()
    client.score('damp', 'craft', 4)
    client.comment('damp', 'Kind\u0000')
    expect(client.paper('damp')).toMatchObject({ scores: { craft: 4 }, comment: 'Kind' })
    await settled()
    expect(isSaved(client.outbox().damp!)).toBe(true)
    expect(world.sent.map((paper) => paper.comment)).toEqual(['', 'Kind'])
    expect(await storage.list('bins/judge/')).toMatchObject([{ paper: { scores: { craft: 4 }, comment: 'Kind' } }])
  })

  it('takes a recusal back with its scores', () => {
    const { client } = openClient()
    client.score('damp', 'craft', 4)
    client.recuse('damp')
    client.unrecuse('damp')
    expect(client.paper('damp')).toMatchObject({ recused: false, scores: { craft: 4 } })
  })

  it('reports while the phone does not store what the server does not have', async () => {
    const { world, client } = openClient({ stores: false })
    client.setOpenEntries(new Set())
    client.score('damp', 'craft', 4)
    await settled()
    expect(world.last()).toMatchObject({ isStored: false })
    client.setOpenEntries('all')
    await settled()
    expect(world.last()).toMatchObject({ isStored: true })
  })

  it('sends nothing for an entry that takes no ballots yet, and all of it as soon as it does', async () => {
    const { world, client } = openClient()
    client.setOpenEntries(new Set(['bins']))
    client.score('damp', 'craft', 4)
    await settled()
    expect(world.sent).toEqual([])
    client.setOpenEntries(new Set(['bins', 'damp']))
    expect(world.sent).toHaveLength(1)
  })

  it('reports a key that stopped working, from a ballot and from the list', async () => {
    const { world, client } = openClient()
    const refused = new Problem('key-unknown', 'This link no longer works', 401)
    world.answer = () => Promise.reject(refused)
    world.list = () => Promise.reject(refused)
    client.score('damp', 'craft', 4)
    await settled()
    expect(await client.check()).toBe(false)
    expect(world.events.filter((event) => event.type === 'key-refused')).toEqual([
      { type: 'key-refused', problem: refused },
      { type: 'key-refused', problem: refused },
    ])
    expect(isSaved(client.outbox().damp!)).toBe(false)
  })

  it('merges what the server holds, and restores what the phone stores', async () => {
    const { world, client } = openClient()
    const paper = { entryId: 'damp', scores: { craft: 2 }, comment: '', recused: false }
    world.list = async () => [toBallot({ ...paper, editedAt: new Date().toISOString() })]
    expect(await client.check()).toBe(true)
    expect(client.paper('damp').scores).toEqual({ craft: 2 })
    await client.restore([{ paper: { ...paper, entryId: 'bins', editedAt: new Date().toISOString() } }])
    expect(client.paper('bins').scores).toEqual({ craft: 2 })
  })

  it('does not send after it is stopped', async () => {
    const { world, client } = openClient()
    client.stop()
    client.score('damp', 'craft', 4)
    await settled()
    expect(world.sent).toEqual([])
  })

  it('works with any server and any key', async () => {
    const requests: { url: string; method: string; key: string | null; body: unknown }[] = []
    const original = globalThis.fetch
    globalThis.fetch = async (input, init) => {
      const { url, method, headers } = new Request(input, init)
      requests.push({ url, method, key: headers.get('authorization'), body: JSON.parse(String(init?.body ?? 'null')) })
      return Response.json({ ballots: [], ballot: {} })
    }
    const network = createBallotNetwork(createApi('http://hall.test:3000', 'abc'), 'bins & more')
    const paper = { entryId: 'damp', scores: { craft: 2 }, comment: '', recused: false, editedAt: 'now' }
    await network.send(paper, new AbortController().signal)
    await network.list()
    globalThis.fetch = original
    const { entryId: _, ...body } = paper
    expect(requests).toEqual([
      {
        url: 'http://hall.test:3000/api/events/bins%20%26%20more/ballots/damp',
        method: 'PUT',
        key: 'Bearer abc',
        body,
      },
      {
        url: 'http://hall.test:3000/api/events/bins%20%26%20more/ballots',
        method: 'GET',
        key: 'Bearer abc',
        body: null,
      },
    ])
  })
})
