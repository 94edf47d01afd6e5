import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openFeed, openServer, type Server, showAll } from '../show.ts'

describe('closing, with two servers on one PostgreSQL,', () => {
  let one: Server
  let two: Server
  beforeAll(async () => {
    one = await openServer('postgres')
    two = await openServer('postgres', one)
  })
  afterAll(async () => {
    await two.close()
    await one.close()
  })

  it.each([1, 2, 3, 4])('is exact while sixty judges go on tapping at both: round %i', async () => {
    const event = await makeEvent(one, { judges: 60, entries: 1 })
    await showAll(event)
    const entryId = event.entries[0]!.id
    let closedAt = Number.POSITIVE_INFINITY
    const acknowledged = new Map<number, number>()
    let lateAcknowledgements = 0

    const tapping = event.judges.map(async (_, judge) => {
      for (let tap = 1; tap <= 40; tap += 1) {
        const sentAt = performance.now()
        const answer = await [one, two][(judge + tap) % 2]!.call(
          'PUT',
          `${event.path}/ballots/${entryId}`,
          {
            scores: { problem: 1 + (tap % 5) },
            comment: String(tap),
            editedAt: new Date(Date.now() - 100_000 + tap).toISOString(),
          },
          event.judgeKeys[judge],
        )
        if (answer.status === 200) {
          acknowledged.set(judge, tap)
          if (sentAt > closedAt) lateAcknowledgements += 1
        } else {
          expect(answer.body.type).toBe('/problems/scoring-closed')
          return
        }
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    const close = await two.call('POST', `${event.path}/cues`, { cue: 'close-scoring' }, event.key)
    closedAt = performance.now()
    expect(close.status).toBe(200)
    const atClose = await one.db.sql`select judge_id, comment from ballots where entry_id = ${entryId}`
    await Promise.all(tapping)
    const afterwards = await one.db.sql`select judge_id, comment from ballots where entry_id = ${entryId}`

    expect(lateAcknowledgements).toBe(0)
    expect(new Map(afterwards.map((row) => [row.judge_id, row.comment]))).toEqual(
      new Map(atClose.map((row) => [row.judge_id, row.comment])),
    )
    expect(acknowledged.size).toBeGreaterThan(0)
    for (const [judge, tap] of acknowledged) {
      const kept = afterwards.find((row) => row.judge_id === event.judges[judge]!.id)
      expect(Number(kept?.comment)).toBe(tap)
    }
  })

  it('two desks that press at the same moment move the show once', async () => {
    const event = await makeEvent(one, { entries: 4 })
    await event.cue('open-doors')
    const { version } = (await one.call('GET', `${event.path}/stage`)).body
    const presses = await Promise.all(
      [one, two, one, two].map((server) =>
        server.call('POST', `${event.path}/cues`, { cue: 'next', ifVersion: version }, event.key),
      ),
    )
    expect(presses.map((press) => press.status).sort()).toEqual([200, 409, 409, 409])
    expect((await two.call('GET', `${event.path}/stage`)).body.onStage.slot).toBe(1)
  })

  it('a cue at one server reaches the screens of the other, and a key revoked at one stops at the other', async () => {
    const event = await makeEvent(one, { entries: 2 })
    const feed = await openFeed(`${await two.listen()}${event.path}/feed`)
    await event.cue('open-doors')
    await feed.until(({ name, data }) => name === 'stage' && data.phase === 'live')
    expect((await two.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])).status).toBe(200)
    await one.call('POST', `${event.path}/judges/${event.judges[0]!.id}/key`, {}, event.key)
    await expect
      .poll(async () => (await two.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])).status)
      .toBe(401)
    await feed.close()
  })
})
