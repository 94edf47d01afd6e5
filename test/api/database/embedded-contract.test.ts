import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehearse } from '../../../api/rehearsal/rehearse.ts'
import { playFullEvent } from '../../support/full-event.ts'
import { makeEvent, openFeed, openServer, owner, type Server, showAll } from '../../support/show.ts'

const limitMs = 90_000

describe('a server on the embedded database', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer({ database: 'embedded' })
    address = await server.listen()
  })
  afterAll(() => server.close())

  it('stores one ballot for a judge and an entry: the newest edit stands, and the history holds each accepted edit', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const startedAt = Date.now() - 60_000
    const editedAt = (ms: number) => new Date(startedAt + ms).toISOString()
    const saved = await Promise.all([3, 1, 2, 3].map((n) => event.score(0, 0, n, { editedAt: editedAt(n) })))
    for (const { status } of saved) expect(status).toBe(200)
    const older = await event.score(0, 0, 1, { editedAt: editedAt(1) })
    expect([older.status, older.body.ballot.scores.problem]).toEqual([200, 3])
    await event.score(0, 0, 5, { editedAt: editedAt(5) })
    const own = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    expect(own.body.ballots).toMatchObject([{ scores: { problem: 5 }, complete: true }])

    await event.cue('close-scoring')
    const { body } = await server.call('GET', `${event.path}/history`, undefined, event.key)
    const scores = body.ballots.map((edit: { scores: { problem: number } }) => edit.scores.problem)
    expect(scores.at(-1)).toBe(5)
    expect(scores).toEqual([...scores].sort())
  })

  it('closes exactly while sixty judges score: every acknowledged ballot is in the result, and none is acknowledged later', async () => {
    const event = await makeEvent(server, { judges: 60, entries: 1 })
    await showAll(event)
    const acknowledged = new Map<string, string>()
    let closed = false
    let acknowledgedAfterClose = 0
    const judging = event.judges.map(async ({ id }, judge) => {
      for (let edit = 1; edit <= 40; edit += 1) {
        const sentAfterClose = closed
        const { status, body } = await event.score(judge, 0, 1 + (edit % 5), { comment: String(edit) })
        if (status !== 200) return expect(body.type).toBe('/problems/scoring-closed')
        acknowledged.set(id, String(edit))
        if (sentAfterClose) acknowledgedAfterClose += 1
      }
    })
    await expect.poll(() => acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(20)
    expect((await event.cue('close-scoring')).status).toBe(200)
    closed = true
    const ballotsNow = async () => {
      const { body } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
      return new Map<string, string>(body.ballots.map((ballot: any) => [ballot.judgeId, ballot.comment]))
    }
    const ballotsAtClose = await ballotsNow()
    await Promise.all(judging)
    expect(acknowledgedAfterClose).toBe(0)
    expect(await ballotsNow()).toEqual(ballotsAtClose)
    expect(ballotsAtClose).toEqual(acknowledged)
  })

  it('publishes each committed change to the feed in order, and nothing of a refused one', async () => {
    const event = await makeEvent(server, { judges: 1 })
    await event.cue('open-doors')
    const [stage, desk] = await Promise.all([
      openFeed(`${address}${event.path}/feed`),
      openFeed(`${address}${event.path}/feed`, event.key),
    ])
    const { version } = await stage.until(({ name }) => name === 'stage')
    for (let n = 1; n <= 12; n += 1) {
      expect((await event.cue('message', { text: `Refused ${n}`, ifVersion: version - 1 })).status).toBe(409)
      await Promise.all([
        event.cue('message', { text: `Message ${n}` }),
        server.call('POST', `${event.path}/join`, { name: `Judge ${n + 1}` }),
      ])
    }
    await stage.until(({ data }) => data.message === 'Message 12' && data.scoring.of === 12)
    await desk.until(({ name, data }) => name === 'desk' && data.panel.length === 13)
    const versions = stage.updates.map(({ data }) => data.version)
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
    expect(JSON.stringify([...stage.updates, ...desk.updates])).not.toContain('Refused')
    await Promise.all([stage.close(), desk.close()])
  })

  it('publishes the result of an event with every kind of data in it', async () => {
    const event = await playFullEvent(server, 'embedded-show')
    const results = await server.call('GET', `${event.path}/results`)
    expect(results.status).toBe(200)
    expect(results.body.standings.map((standing: any) => standing.rank)).toEqual([1, 1, 3, 4, 5, 6])
    expect((await server.call('GET', `${event.path}/stage`)).body.phase).toBe('final')
  })

  it(
    'plays a whole rehearsed show in which every promise is tried and kept',
    async () => {
      const show = { key: owner, judges: 7, entries: 3, speed: 80, seed: 3, name: 'A rehearsal', log: () => {} }
      const { stats } = await rehearse({ ...show, url: address, signal: AbortSignal.timeout(limitMs) })
      expect(stats.promises.listBroken()).toEqual([])
      expect(stats.promises.listUnchecked()).toEqual([])
    },
    limitMs,
  )
})
