import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, type Server, showAll } from '../support/show.ts'

describe('links for many at once', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  it('open each judge’s ballots beside the earlier links, for the panel alone', async () => {
    const event = await makeEvent(server, { judges: 3, admission: 'desk' })
    await server.call('POST', `${event.path}/join`, { name: 'Waiting' })
    await server.call('POST', `${event.path}/judges/${event.judges[2]!.id}/remove`, {}, event.key)
    const { body } = await server.call('POST', `${event.path}/judges/keys`, {}, event.key)
    expect(body.keys.map((key: { judgeId: string }) => key.judgeId)).toEqual(
      event.judges.slice(0, 2).map(({ id }) => id),
    )
    const me = async (key: string) => (await server.call('GET', `${event.path}/judges/me`, undefined, key)).body
    for (const [n, { judgeKey }] of body.keys.entries()) {
      expect((await me(judgeKey)).judge.id).toBe(event.judges[n]!.id)
      expect((await me(event.judgeKeys[n]!)).judge.id).toBe(event.judges[n]!.id)
    }
    const again = await server.call('POST', `${event.path}/judges/keys`, { stopEarlier: true }, event.key)
    for (const key of [event.judgeKeys[0]!, body.keys[0].judgeKey])
      expect((await me(key)).type).toBe('/problems/key-unknown')
    expect((await me(again.body.keys[0].judgeKey)).judge.id).toBe(event.judges[0]!.id)
    const { history } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    const links = history.filter((line: { what: string }) => line.what === 'judge-links')
    expect(links.map((line: { detail: object }) => line.detail)).toEqual([
      { count: 2, stopEarlier: false },
      { count: 2, stopEarlier: true },
    ])
    expect(JSON.stringify(history)).not.toContain(again.body.keys[0].judgeKey)
  })

  it('stop at once: the replaced link saves no ballot after the answer, each time', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await showAll(event)
    const entryId = event.entries[0]!.id
    let key = event.judgeKeys[0]!
    const save = (held: string, problem: number) =>
      server.call(
        'PUT',
        `${event.path}/ballots/${entryId}`,
        { scores: { problem }, editedAt: new Date().toISOString() },
        held,
      )
    for (let round = 0; round < 30; round += 1) {
      expect((await save(key, 1)).status).toBe(200)
      const replaced = await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/key`, {}, event.key)
      const late = await save(key, 2)
      expect(late.body.type, `round ${round}`).toBe('/problems/key-unknown')
      key = replaced.body.judgeKey
    }
    const { ballots } = (await server.call('GET', `${event.path}/ballots`, undefined, key)).body
    expect(ballots[0].scores).toEqual({ problem: 1 })
  })

  it('open each team’s own entry', async () => {
    const event = await makeEvent(server, { entries: 2 })
    const { body } = await server.call('POST', `${event.path}/entries/keys`, {}, event.key)
    const mine = async (key: string) => (await server.call('GET', `${event.path}/entries/mine`, undefined, key)).body
    for (const [n, { teamKey }] of body.keys.entries())
      for (const key of [teamKey, event.teamKeys[n]!]) expect((await mine(key)).entry.id).toBe(event.entries[n]!.id)
    await server.call('POST', `${event.path}/entries/keys`, { stopEarlier: true }, event.key)
    expect((await mine(body.keys[0].teamKey)).type).toBe('/problems/key-unknown')
  })

  it('are recorded as sent and as used, until they are replaced', async () => {
    const event = await makeEvent(server, { judges: 2, entries: 2 })
    const [judge, entry] = [event.judges[0]!, event.entries[1]!]
    const listStates = async () => {
      const { keys } = (await server.call('GET', `${event.path}/keys`, undefined, event.key)).body
      return keys.map((key: { judgeId: string; entryId: string; sentAt: unknown; usedAt: unknown }) =>
        [key.judgeId ?? key.entryId, key.sentAt && 'sent', key.usedAt && 'used'].filter(Boolean),
      )
    }
    const mark = (body: object) => server.call('POST', `${event.path}/links/sent`, body, event.key)
    await server.call('POST', `${event.path}/entries/keys`, { only: [entry.id] }, event.key)
    const { body } = await mark({ judgeIds: [judge.id, 'nobody'], entryIds: [entry.id] })
    expect(body).toEqual({ judgeIds: [judge.id], entryIds: [entry.id] })
    await server.call('POST', '/api/session', { key: event.teamKeys[0]! })
    const states = await listStates()
    expect(states).toContainEqual([judge.id, 'sent'])
    expect(states).toContainEqual([event.judges[1]!.id])
    expect(states).toContainEqual([event.entries[0]!.id, 'used'])
    await server.call('POST', `${event.path}/join`, { name: 'Walked in' })
    expect((await listStates()).filter((state: string[]) => state.includes('used'))).toHaveLength(2)
    expect(states.filter(([id]: string[]) => id === entry.id)).toEqual([[entry.id], [entry.id, 'sent']])

    await server.call('POST', `${event.path}/judges/${judge.id}/key`, {}, event.key)
    expect(await listStates()).toContainEqual([judge.id])
    const { history } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    expect(history.find((line: { what: string }) => line.what === 'links-sent').detail).toEqual({ judges: 1, teams: 1 })
    expect((await mark({ judgeIds: ['nobody'], entryIds: [] })).body).toEqual({ judgeIds: [], entryIds: [] })
  })

  it('are made by the organiser of this event alone', async () => {
    const event = await makeEvent(server)
    const other = await makeEvent(server)
    for (const key of [event.judgeKeys[0]!, event.teamKeys[0]!, other.key])
      for (const whose of ['judges', 'entries'])
        expect((await server.call('POST', `${event.path}/${whose}/keys`, {}, key)).body.type).toBe(
          '/problems/wrong-door',
        )
    for (const key of [event.judgeKeys[0]!, event.teamKeys[0]!, other.key])
      expect(
        (await server.call('POST', `${event.path}/links/sent`, { judgeIds: [], entryIds: [] }, key)).body.type,
      ).toBe('/problems/wrong-door')
  })
})
