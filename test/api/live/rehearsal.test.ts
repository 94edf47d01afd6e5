import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportLines } from '../../../api/rehearsal/checks/report.ts'
import { rehearse } from '../../../api/rehearsal/rehearse.ts'
import { openServer, owner, type Server } from '../../support/show.ts'

const limitMs = 90_000
const small = { key: owner, judges: 7, entries: 3, speed: 80, seed: 3, name: 'A rehearsal', log: () => {} }
const play = (url: string, more: Partial<typeof small> = {}) =>
  rehearse({ ...small, ...more, url, signal: AbortSignal.timeout(limitMs) })

describe('a rehearsal', () => {
  let server: Server
  let url: string

  beforeAll(async () => {
    server = await openServer()
    url = await server.listen()
  })
  afterAll(() => server.close())

  it(
    'plays a whole show, in which every promise is tried and holds',
    async () => {
      const played = await play(url)
      const { promises } = played.stats
      expect(promises.listBroken()).toEqual([])
      expect(promises.listUnchecked()).toEqual([])
      expect(played.stats.dropped).toBeGreaterThan(0)
      expect(reportLines(played).at(-1)).toContain('All 15 promises held')
    },
    limitMs,
  )

  it(
    'plays on an organiser’s own event while that is empty, whoever has to be let in, and not a second time',
    async () => {
      const { body } = await server.call('POST', '/api/events', { name: 'Their own', admission: 'desk' }, owner)
      const key: string = body.organiserKey
      const { stats, target } = await play(url, { key, judges: 3, entries: 1 })
      expect(stats.promises.listBroken()).toEqual([])
      expect(target.event.id).toBe(body.event.id)
      await expect(play(url, { key })).rejects.toThrow('“Their own” is left as it is: its doors have been opened')
    },
    limitMs,
  )

  it('leaves an event unchanged that somebody has begun to fill', async () => {
    const { body } = await server.call('POST', '/api/events', { name: 'Begun' }, owner)
    const path = `/api/events/${body.event.slug}/entries`
    const { body: team } = await server.call('POST', path, { title: 'A', team: 'A' }, body.organiserKey)
    await expect(play(url, { key: body.organiserKey })).rejects.toThrow('it already has 1 of its own entries')
    await expect(play(url, { key: team.teamKey })).rejects.toThrow('This is a team’s key')
    await expect(play(url, { key: 'no-key-of-this-house' })).rejects.toThrow('This server does not know the key')
  })
})
