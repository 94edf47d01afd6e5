import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../support/show.ts'

describe('a ballot copied from paper', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const all = (value: number) => ({ problem: value, adoption: value, 'made-with': value, shown: value })
  const soon = (ms = 0) => new Date(Date.now() + ms).toISOString()

  const copy = (event: TestEvent, value: number, more: object = {}, key = event.key, entry = 0) =>
    server.call(
      'PUT',
      `${event.path}/judges/${event.judges[0]!.id}/ballots/${event.entries[entry]!.id}`,
      { scores: all(value), editedAt: soon(), ...more },
      key,
    )
  const ballotReferences = async (event: TestEvent) =>
    (await server.call('GET', `${event.path}/ballots/there`, undefined, event.key)).body.ballots
  const own = async (event: TestEvent, judge = 0) =>
    (await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[judge])).body.ballots
  const code = ({ status, body }: { status: number; body: any }) => [
    status,
    String(body.type).replace('/problems/', ''),
  ]

  it('is the judge’s ballot, counts at the desk, and is marked as paper everywhere', async () => {
    const event = await makeEvent(server, { entries: 2 })
    await showAll(event)
    const saved = await copy(event, 4, { comment: 'Da iawn' }, event.key, 1)
    expect(saved.status).toBe(200)
    expect(Object.keys(saved.body).sort()).toEqual(['entryId', 'savedAt', 'source'])
    expect(await own(event)).toMatchObject([{ scores: all(4), comment: 'Da iawn', complete: true, source: 'paper' }])
    const { body: desk } = await server.call('GET', `${event.path}/desk`, undefined, event.key)
    expect(desk.panel[0]).toMatchObject({ in: true, done: 1 })
    await event.score(1, 1, 3)
    const historyAnswer = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    expect(historyAnswer.history.at(-1)).toMatchObject({
      what: 'copy-paper',
      detail: { judgeId: event.judges[0]!.id, entryId: event.entries[1]!.id },
    })
    await event.cue('close-scoring')
    const history = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body.ballots
    expect(history.map((edit: { source: string }) => edit.source)).toEqual(['paper', 'phone'])
    const review = (await server.call('GET', `${event.path}/review`, undefined, event.key)).body
    expect(review.marks.filter((mark: { source: string }) => mark.source === 'paper')).toHaveLength(1)
    await event.cue('start-reveal')
    const record = (await server.call('GET', `${event.path}/record`, undefined, event.key)).body
    expect(record.result.counted).toMatchObject({ ballots: 2, paper: 1 })
  })

  it('is exported and imported as paper; ballots of an archive without the mark came from phones', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    await copy(event, 4)
    await event.cue('close-scoring')
    const { body: archive } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    await server.db.sql`delete from events where id = ${event.event.id}`
    server.context.eventCache.forgetAll()
    const { body: brought } = await server.call('POST', '/api/archive', archive, owner)
    const again = await server.call('GET', `${event.path}/archive`, undefined, brought.organiserKey)
    expect(again.body).toEqual(archive)
    const silent = JSON.parse(JSON.stringify(archive).replaceAll(/,"source":"paper"/g, ''))
    await server.db.sql`delete from events where id = ${event.event.id}`
    server.context.eventCache.forgetAll()
    const { body: old } = await server.call('POST', '/api/archive', silent, owner)
    const read = (await server.call('GET', `${event.path}/archive`, undefined, old.organiserKey)).body
    expect(read.ballots[0].source).toBe('phone')
  })

  it('is accepted from the organiser of this event alone', async () => {
    const event = await makeEvent(server)
    const other = await makeEvent(server)
    await showAll(event)
    for (const key of [event.judgeKeys[0]!, event.judgeKeys[1]!, event.teamKeys[0]!, other.key]) {
      expect(code(await copy(event, 5, {}, key))).toEqual([403, 'wrong-door'])
      const listed = await server.call('GET', `${event.path}/ballots/there`, undefined, key)
      expect(code(listed)).toEqual([403, 'wrong-door'])
    }
    expect(code(await copy(event, 5, {}, 'a-key-that-nobody-has'))).toEqual([401, 'key-unknown'])
    const stray = `${event.path}/judges/${other.judges[0]!.id}/ballots/${event.entries[0]!.id}`
    const strange = await server.call('PUT', stray, { scores: all(5), editedAt: soon() }, event.key)
    expect(code(strange)).toEqual([404, 'no-such-judge'])
    expect(await ballotReferences(event)).toEqual([])
  })

  it('is refused outside its phase, off the scale, and for nobody on the panel', async () => {
    const event = await makeEvent(server, { entries: 2, admission: 'desk' })
    expect(code(await copy(event, 3))).toEqual([409, 'scoring-not-open'])
    await event.cue('open-doors')
    await event.cue('next')
    expect(code(await copy(event, 3, {}, event.key, 1))).toEqual([409, 'not-yet-shown'])
    expect(code(await copy(event, 9))).toEqual([422, 'score-out-of-range'])
    expect(code(await copy(event, 3, { scores: { beauty: 3 } }))).toEqual([422, 'criterion-not-in-rubric'])
    const joined = await server.call('POST', `${event.path}/join`, { name: 'Waiting' })
    const waits = `${event.path}/judges/${joined.body.judge.id}/ballots/${event.entries[0]!.id}`
    const early = await server.call('PUT', waits, { scores: all(3), editedAt: soon() }, event.key)
    expect(code(early)).toEqual([409, 'not-on-panel'])
    await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/remove`, {}, event.key)
    expect(code(await copy(event, 3))).toEqual([409, 'not-on-panel'])
    await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/admit`, {}, event.key)
    const editedAt = soon()
    expect((await copy(event, 3, { editedAt })).status).toBe(200)
    await event.cue('close-scoring')
    expect(code(await copy(event, 4))).toEqual([409, 'scoring-closed'])
    // Its first answer may have been lost on the way.
    expect((await copy(event, 3, { editedAt })).status).toBe(200)
    expect(code(await copy(event, 4, { editedAt }))).toEqual([409, 'scoring-closed'])
    await event.cue('reopen-scoring')
    expect((await copy(event, 4)).status).toBe(200)
    expect(await own(event)).toHaveLength(1)
  })

  it('sent twice is stored and recorded once', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const editedAt = soon()
    const answers = await Promise.all([1, 2, 3].map(() => copy(event, 4, { editedAt })))
    expect(answers.map(({ status, body }) => [status, body.source])).toEqual(Array(3).fill([200, 'paper']))
    const { history } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    expect(history.filter((line: { what: string }) => line.what === 'copy-paper')).toHaveLength(1)
  })

  it('asks before it replaces a phone’s ballot, and reveals nothing of it', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    await event.score(0, 0, { problem: 2 }, { comment: 'A word of mine' })
    expect(await ballotReferences(event)).toEqual([
      { judgeId: event.judges[0]!.id, entryId: event.entries[0]!.id, source: 'phone' },
    ])
    const refused = await copy(event, 5)
    expect(code(refused)).toEqual([409, 'ballot-on-phone'])
    expect((await own(event))[0].scores).toEqual({ problem: 2 })
    // The phone sent a newer ballot, so that one stays, and the answer does not reveal it.
    const older = await copy(event, 5, { overPhone: true, editedAt: '2020-01-01T00:00:00Z' })
    expect([older.status, older.body.source]).toEqual([200, 'phone'])
    const over = await copy(event, 5, { overPhone: true })
    for (const answer of [refused, older, over]) expect(answer.text).not.toMatch(/scores|problem"|A word of mine/)
    expect(await own(event)).toMatchObject([{ scores: all(5), comment: '', source: 'paper' }])
  })

  it('never replaces, without a confirmation, a ballot that the phone sends at the same moment', async () => {
    const event = await makeEvent(server, { entries: 12 })
    await showAll(event)
    const rounds = event.entries.map(async (_, entry) => {
      const phone = event.score(0, entry, 2, { editedAt: soon() })
      const paper = await copy(event, 5, { editedAt: soon(1000) }, event.key, entry)
      const { ballot } = (await phone).body
      return [ballot.source, ...code(paper)]
    })
    for (const [source, status, problem] of await Promise.all(rounds))
      expect([source, status, problem]).toEqual(
        source === 'paper' ? ['paper', 200, 'undefined'] : ['phone', 409, 'ballot-on-phone'],
      )
    for (const ballot of await own(event)) expect(ballot.scores).toEqual(all(ballot.source === 'phone' ? 2 : 5))
  })

  it('is replaced by a later tap of the judge, and is then the phone’s again', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    await copy(event, 5)
    const tapped = await event.score(0, 0, 2, { editedAt: soon(1000) })
    expect(tapped.body.ballot).toMatchObject({ scores: all(2), source: 'phone' })
    expect(await ballotReferences(event)).toMatchObject([{ source: 'phone' }])
    await event.cue('close-scoring')
    const { ballots } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    expect(ballots.map((edit: { source: string }) => edit.source)).toEqual(['paper', 'phone'])
    const { counted } = (await server.call('GET', `${event.path}/results`, undefined, event.key)).body
    expect(counted).toMatchObject({ ballots: 1, paper: 0 })
  })

  it('cannot be used to guess what a phone sent, not even with its exact moment', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    const editedAt = soon()
    await event.score(0, 0, 4, { editedAt })
    await event.cue('close-scoring')
    const right = await copy(event, 4, { editedAt, overPhone: true })
    const wrongPaper = await copy(event, 3, { editedAt, overPhone: true })
    expect([code(right), right.text]).toEqual([[409, 'scoring-closed'], wrongPaper.text])
  })
})
