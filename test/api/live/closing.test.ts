import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remainingMs } from '../../../api/rules/show/timer.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import type { HistoryLine } from '../../../api/schema/history.ts'
import { makeEvent, openFeed, openServer, type Server, showAll, type TestEvent } from '../../support/show.ts'

describe('closing, with two servers on one PostgreSQL,', () => {
  let first: Server
  let second: Server
  beforeAll(async () => {
    first = await openServer({ database: 'postgres' })
    second = await openServer({ database: 'postgres', beside: first })
  })
  afterAll(async () => {
    await second.close()
    await first.close()
  })

  it.each([1, 2, 3, 4])('is exact while sixty judges go on tapping at both: round %i', async () => {
    const event = await makeEvent(first, { judges: 60, entries: 1 })
    await showAll(event)
    const entryId = event.entries[0]!.id
    let closedAt = Number.POSITIVE_INFINITY
    const acknowledged = new Map<number, number>()
    let lateAcknowledgements = 0

    const tapping = event.judges.map(async (_, judge) => {
      for (let tap = 1; tap <= 40; tap += 1) {
        const sentAt = performance.now()
        const answer = await [first, second][(judge + tap) % 2]!.call(
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
    await expect.poll(() => acknowledged.size, { interval: 10 }).toBeGreaterThan(20)
    const close = await second.call('POST', `${event.path}/cues`, { cue: 'close-scoring' }, event.key)
    closedAt = performance.now()
    expect(close.status).toBe(200)
    const atClose = await commentsOf(event)
    await Promise.all(tapping)
    const afterwards = await commentsOf(event)

    expect(lateAcknowledgements).toBe(0)
    expect(afterwards).toEqual(atClose)
    expect(acknowledged.size).toBeGreaterThan(0)
    for (const [judge, tap] of acknowledged) {
      expect(Number(afterwards.get(event.judges[judge]!.id))).toBe(tap)
    }
  })

  const ballotsOf = async (event: TestEvent, judge: number): Promise<Ballot[]> =>
    (await second.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[judge])).body.ballots
  const commentsOf = async (event: TestEvent): Promise<Map<string, string>> => {
    const { body } = await first.call('GET', `${event.path}/archive`, undefined, event.key)
    return new Map(body.ballots.map(({ judgeId, comment }: { judgeId: string; comment: string }) => [judgeId, comment]))
  }

  const waiting = async () => {
    const [row] = await second.db.sql`
      select count(*)::int as many from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database() and state = 'active'`
    return row!.many as number
  }
  const untilWaiting = (many: number) => expect.poll(waiting, { timeout: 30_000 }).toBe(many)

  it('waits for an accepted ballot that is still being written, which then counts', async () => {
    const event = await makeEvent(first, { judges: 1, entries: 1 })
    await showAll(event)
    await event.score(0, 0, 2)
    const judge = event.judges[0]!.id
    const done: string[] = []
    const [ballot, close] = await first.db.sql.begin(async (tx) => {
      // Holds the row, so that the statement has begun and cannot end.
      await tx`select from ballots where judge_id = ${judge} for update`
      const ballot = event.score(0, 0, 5).finally(() => done.push('ballot'))
      await untilWaiting(1)
      const close = second.call('POST', `${event.path}/cues`, { cue: 'close-scoring' }, event.key)
      close.finally(() => done.push('close'))
      await Promise.race([close, untilWaiting(2)])
      expect(done).toEqual([])
      return [{ answer: ballot }, { answer: close }] as const
    })
    await ballot.answer
    expect((await close.answer).status).toBe(200)
    const [saved] = await ballotsOf(event, 0)
    expect(saved!.scores.problem).toBe(5)
  })

  it('refuses a ballot that arrives while the close is being written', async () => {
    const event = await makeEvent(first, { judges: 1, entries: 1 })
    await showAll(event)
    let answered = false
    const ballot = await first.db.sql.begin(async (tx) => {
      await tx`update events set phase = 'closed', version = version + 1 where id = ${event.event.id}`
      const body = { scores: { problem: 3 }, editedAt: new Date().toISOString() }
      const path = `${event.path}/ballots/${event.entries[0]!.id}`
      const answer = second.call('PUT', path, body, event.judgeKeys[0])
      answer.finally(() => {
        answered = true
      })
      await Promise.race([answer, untilWaiting(1)])
      expect(answered).toBe(false)
      return { answer }
    })
    expect((await ballot.answer).body.type).toBe('/problems/scoring-closed')
    expect(await ballotsOf(event, 0)).toEqual([])
  })

  it('two desks that press at the same moment move the show once', async () => {
    const event = await makeEvent(first, { entries: 4 })
    await event.cue('open-doors')
    const { version } = (await first.call('GET', `${event.path}/stage`)).body
    const presses = await Promise.all(
      [first, second, first, second].map((server) =>
        server.call('POST', `${event.path}/cues`, { cue: 'next', ifVersion: version }, event.key),
      ),
    )
    expect(presses.map((press) => press.status).sort()).toEqual([200, 409, 409, 409])
    expect((await second.call('GET', `${event.path}/stage`)).body.onStage.slot).toBe(1)
  })

  it('presses at the same moment each count on either server, and are recorded once each', async () => {
    const event = await makeEvent(first, { entries: 2 })
    await showAll(event)
    const before = (await first.call('GET', `${event.path}/stage`)).body
    const presses = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        [first, second][n % 2]!.call('POST', `${event.path}/cues`, { cue: 'add-time', seconds: 1 }, event.key),
      ),
    )
    expect(presses.map((press) => press.status)).toEqual(presses.map(() => 200))
    const after = (await second.call('GET', `${event.path}/stage`)).body
    expect(after.version).toBe(before.version + presses.length)
    const leftOf = (stage: typeof before) => remainingMs(stage.timer, 0)
    expect(leftOf(after) - leftOf(before)).toBe(presses.length * 1000)
    const { history } = (await first.call('GET', `${event.path}/history`, undefined, event.key)).body
    const added = history.filter(({ what }: HistoryLine) => what === 'add-time')
    expect(added.map(({ version }: HistoryLine) => version)).toEqual(presses.map((_, n) => before.version + 1 + n))
  })

  it('a cue at one server reaches the screens of the other, and a key revoked at one stops at the other', async () => {
    const event = await makeEvent(first, { entries: 2 })
    const feed = await openFeed(`${await second.listen()}${event.path}/feed`)
    await event.cue('open-doors')
    await feed.until(({ name, data }) => name === 'stage' && data.phase === 'live')
    expect((await second.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])).status).toBe(200)
    await first.call('POST', `${event.path}/judges/${event.judges[0]!.id}/key`, {}, event.key)
    await expect
      .poll(async () => (await second.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])).status)
      .toBe(401)
    await feed.close()
  })
})
