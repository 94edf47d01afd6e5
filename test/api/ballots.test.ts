import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maxEditsPerBallot } from '../../api/schema/limits.ts'
import { makeEvent, openServer, owner, type Server, showAll } from '../support/show.ts'

describe('a ballot', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const full = { problem: 4, adoption: 3, 'made-with': 5, shown: 2 }

  it('is stored whole and returned to its judge alone', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const saved = await event.score(0, 0, full, { comment: 'Thank you ✓ — da iawn' })
    expect(saved.status).toBe(200)
    expect(saved.body.ballot).toMatchObject({
      scores: full,
      complete: true,
      recused: false,
      comment: 'Thank you ✓ — da iawn',
    })
    const own = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    expect(own.body.ballots).toEqual([saved.body.ballot])
    const other = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[1])
    expect(other.body.ballots).toEqual([])
  })

  it('may be incomplete, and is complete only with every criterion', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    expect((await event.score(0, 0, { problem: 4 })).body.ballot.complete).toBe(false)
    expect((await event.score(0, 0, full)).body.ballot.complete).toBe(true)
  })

  it('is stored once, however often and in whatever order it is sent: the newest edit stays', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const before = Date.now() - 60_000
    const at = (ms: number) => new Date(before + ms).toISOString()
    const sends = [3, 1, 2, 3, 1, 3].map((n) => event.score(0, 0, n, { editedAt: at(n) }))
    for (const answer of await Promise.all(sends)) expect(answer.status).toBe(200)
    const own = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    expect(own.body.ballots).toHaveLength(1)
    expect(own.body.ballots[0].scores.problem).toBe(3)
    const older = await event.score(0, 0, 1, { editedAt: at(1) })
    expect([older.status, older.body.ballot.scores.problem]).toEqual([200, 3])
  })

  it('has in its history the newest edit, the one at each close, and no edit that an older one replaced', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    await event.score(0, 0, 2)
    await event.score(0, 0, 5, { comment: 'Stood at the close' })
    await event.score(0, 0, 3, { editedAt: '2020-01-01T00:00:00Z' })
    await event.cue('close-scoring')
    await event.cue('reopen-scoring')
    await event.score(0, 0, 1)
    await event.score(0, 0, 4)
    await event.cue('close-scoring')
    const { body } = await server.call('GET', `${event.path}/history`, undefined, event.key)
    expect(body.ballots.slice(-2).map((edit: { scores: { problem: number } }) => edit.scores.problem)).toContain(4)
    expect(body.ballots).toContainEqual(
      expect.objectContaining({ scores: expect.objectContaining({ problem: 5 }), comment: 'Stood at the close' }),
    )
    expect(body.ballots.some((edit: { editedAt: string }) => edit.editedAt.startsWith('2020'))).toBe(false)
  })

  it('whose judge taps without pause has a bounded history, with its comment once', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const comment = 'c'.repeat(2000)
    for (let n = 0; n < 60; n += 1) {
      await server.db.sql.begin(async (tx) => {
        await tx`select set_config('demo_hour.forgetting', 'people', true)`
        await tx`
          update ballot_history set saved_at = saved_at - interval '1 hour' where event_id = ${event.event.id}`
      })
      expect((await event.score(0, 0, 1 + (n % 5), { comment: `${comment.slice(3)}${n}` })).status).toBe(200)
    }
    await event.cue('close-scoring')
    const { body } = await server.call('GET', `${event.path}/history`, undefined, event.key)
    expect(body.ballots.length).toBeLessThanOrEqual(maxEditsPerBallot)
    expect(body.ballots.filter((edit: { comment: string }) => edit.comment !== '')).toHaveLength(1)
    expect(body.ballots.at(-1).comment).toBe(`${comment.slice(3)}59`)
  })

  it('does not let a phone whose clock is far ahead outrank every later tap', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    await event.score(0, 0, 2, { editedAt: '2099-01-01T00:00:00Z' })
    const later = await event.score(0, 0, 4, { editedAt: new Date(Date.now() + 1000).toISOString() })
    expect(later.body.ballot.scores.problem).toBe(4)
  })

  it('of a judge who recuses keeps its scores and does not count', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const recused = await event.score(0, 0, full, { recused: true })
    expect(recused.body.ballot).toMatchObject({ recused: true, complete: false, scores: full })
    expect((await event.score(0, 0, full)).body.ballot.complete).toBe(true)
  })

  it('is refused with a reason, and nothing is stored, when it cannot count', async () => {
    const event = await makeEvent(server, { entries: 2 })
    const refused = async (answer: Promise<{ status: number; body: any }>) => {
      const { status, body } = await answer
      return [status, body.type.replace('/problems/', '')]
    }
    expect(await refused(event.score(0, 0, 3))).toEqual([409, 'scoring-not-open'])
    await event.cue('open-doors')
    await event.cue('next')
    expect(await refused(event.score(0, 1, 3))).toEqual([409, 'not-yet-shown'])
    expect(await refused(event.score(0, 0, 6))).toEqual([422, 'score-out-of-range'])
    expect(await refused(event.score(0, 0, 0))).toEqual([422, 'score-out-of-range'])
    expect(await refused(event.score(0, 0, 2.5))).toEqual([422, 'invalid'])
    expect(await refused(event.score(0, 0, { beauty: 3 }))).toEqual([422, 'criterion-not-in-rubric'])
    expect(await refused(event.score(0, 0, 3, { editedAt: 'yesterday' }))).toEqual([422, 'invalid'])
    expect(await refused(event.score(0, 0, 3, { comment: 'x'.repeat(2001) }))).toEqual([422, 'invalid'])
    expect(await refused(event.score(0, 9, 3))).toEqual([404, 'no-such-entry'])
    expect(
      await refused(
        server.call('PUT', `${event.path}/ballots/${event.entries[0]!.id}`, '{"scores":', event.judgeKeys[0]),
      ),
    ).toEqual([400, 'not-json'])
    await server.call('POST', `${event.path}/judges/${event.judges[1]!.id}/remove`, {}, event.key)
    expect(await refused(event.score(1, 0, 3))).toEqual([403, 'judge-removed'])
    await event.cue('close-scoring')
    expect(await refused(event.score(0, 0, 3))).toEqual([409, 'scoring-closed'])
    const own = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    expect(own.body.ballots).toEqual([])
  })

  it('sent again after the close is acknowledged only if it equals the stored one', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const editedAt = new Date().toISOString()
    await event.score(0, 0, 4, { editedAt })
    await event.cue('close-scoring')
    expect((await event.score(0, 0, 4, { editedAt })).status).toBe(200)
    expect((await event.score(0, 0, 5, { editedAt })).status).toBe(409)
    expect((await event.score(0, 0, 5)).status).toBe(409)
  })

  it('of a waiting judge is refused until the desk admits them, and then saved', async () => {
    const event = await makeEvent(server, { admission: 'desk' })
    await showAll(event)
    const joined = await server.call('POST', `${event.path}/join`, { name: 'Cllr Ann Grant' })
    expect(joined.body.judge.status).toBe('waiting')
    const put = () =>
      server.call(
        'PUT',
        `${event.path}/ballots/${event.entries[0]!.id}`,
        { scores: full, editedAt: new Date().toISOString() },
        joined.body.judgeKey,
      )
    expect((await put()).body.type).toBe('/problems/not-admitted')
    await server.call('POST', `${event.path}/judges/${joined.body.judge.id}/admit`, {}, event.key)
    expect((await put()).status).toBe(200)
  })

  it('from sixty judges at once is committed in far fewer statements, and each is saved', async () => {
    const event = await makeEvent(server, { judges: 60, entries: 2 })
    await showAll(event)
    const commits = async () => {
      const { text } = await server.call('GET', '/metrics', undefined, owner)
      return Number(/^demo_hour_ballot_commit_seconds_count (\d+)/m.exec(text)![1])
    }
    const before = await commits()
    const answers = await Promise.all(
      event.judges.flatMap((_, judge) => [event.score(judge, 0, 4), event.score(judge, 1, 2)]),
    )
    expect(answers.every((answer) => answer.status === 200)).toBe(true)
    expect((await commits()) - before).toBeLessThan(60)
    await event.cue('close-scoring')
    const { ballots } = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body
    expect(ballots).toHaveLength(120)
  })
})
