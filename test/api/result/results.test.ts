import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../../support/show.ts'

const scale = {
  criteria: [
    { id: 'use', name: 'Is it useful?', min: 1, max: 5, weight: 2 },
    { id: 'show', name: 'How was it shown?', min: 1, max: 5, weight: 1 },
  ],
}

describe('a result', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  async function scored(rows: ([number, number] | null)[][], more: object = {}): Promise<TestEvent> {
    const event = await makeEvent(server, { ...scale, judges: rows.length, entries: rows[0]!.length, ...more })
    await showAll(event)
    for (const [judge, row] of rows.entries())
      for (const [entry, pair] of row.entries())
        if (pair) await event.score(judge, entry, { use: pair[0], show: pair[1] })
    return event
  }
  const resultsOf = (event: TestEvent) => server.call('GET', `${event.path}/results`, undefined, event.key)
  const revealAll = async (event: TestEvent) => {
    await event.cue('start-reveal')
    const shown = []
    for (;;) {
      const { status, body } = await event.cue('reveal-next')
      if (status !== 200) return shown
      shown.push(body.reveal.shown.at(-1))
    }
  }

  it('is the weighted mean where everyone scored everyone alike, with ties counted 1, 1, 3', async () => {
    const event = await scored([
      [
        [4, 4],
        [4, 4],
        [2, 2],
      ],
      [
        [4, 4],
        [4, 4],
        [2, 2],
      ],
    ])
    await event.cue('close-scoring')
    const { body } = await resultsOf(event)
    const byEntry = Object.fromEntries(body.standings.map((s: any) => [s.entryId, [s.rank, s.score]]))
    expect(event.entries.map((entry) => byEntry[entry.id])).toEqual([
      [1, 4],
      [1, 4],
      [3, 2],
    ])
    expect(body.awards.find((award: any) => award.rank === 1)).toMatchObject({
      name: 'Joint winners',
      entryIds: expect.arrayContaining([event.entries[0]!.id, event.entries[1]!.id]),
    })
  })

  it('counts no recusal, no incomplete ballot and no removed judge, and reports what it counted', async () => {
    const event = await scored([
      [
        [4, 4],
        [2, 2],
      ],
      [[1, 1], null],
      [
        [5, 5],
        [5, 5],
      ],
    ])
    await event.score(1, 0, { use: 1, show: 1 }, { recused: true })
    await event.score(1, 1, { use: 5 })
    await server.call('POST', `${event.path}/judges/${event.judges[2]!.id}/remove`, {}, event.key)
    await event.cue('close-scoring')
    const { body } = await resultsOf(event)
    expect(body.counted).toEqual({ ballots: 2, recusals: 1, judges: 1, paper: 0, removedJudges: 1 })
    expect(body.standings.map((s: any) => s.score)).toEqual([4, 2])
  })

  it('is revealed prizes first, then the best by criterion, then the places from last to first, then everyone together', async () => {
    const event = await scored(
      [
        [
          [5, 1],
          [3, 3],
          [2, 5],
          [1, 1],
        ],
        [
          [5, 1],
          [3, 3],
          [2, 5],
          [1, 1],
        ],
      ],
      { criterionAwards: ['show'], places: 2 },
    )
    await server.call(
      'PUT',
      `${event.path}/prizes`,
      {
        prizes: [
          { name: 'Kindest idea', citation: 'For the kettle.', entryId: event.entries[3]!.id },
          { name: 'Not given' },
        ],
      },
      event.key,
    )
    await event.cue('close-scoring')
    const steps = await revealAll(event)
    expect(
      steps.map((step: any) => (step.kind === 'award' ? [step.award.name, ...step.award.entryIds] : step.kind)),
    ).toEqual([
      ['Kindest idea', event.entries[3]!.id],
      ['How was it shown?', event.entries[2]!.id],
      ['2nd place', expect.any(String)],
      ['Winner', event.entries[0]!.id],
      'winners',
    ])
    expect(steps[4].awards[0].name).toBe('Winner')
    expect((await event.cue('publish')).body).toMatchObject({ phase: 'final', scene: 'winners' })
    const open = await server.call('GET', `${event.path}/results`)
    expect(open.body.awards.map((award: any) => award.name)).toContain('Kindest idea')
    const csv = await server.call('GET', `${event.path}/results.csv`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.text.split('\r\n')[1]).toMatch(/^1,Team 1,Title 1,/)
  })

  it('counts the same steps ahead whether places are shared or not, and more of them at once for a shared one', async () => {
    const apart = await scored([
      [
        [5, 5],
        [4, 4],
        [3, 3],
        [1, 1],
      ],
    ])
    const shared = await scored([
      [
        [5, 5],
        [5, 5],
        [3, 3],
        [1, 1],
      ],
    ])
    const stepsOf = async (event: TestEvent) => {
      await event.cue('close-scoring')
      const reveals = [(await event.cue('start-reveal')).body.reveal]
      for (;;) {
        const { status, body } = await event.cue('reveal-next')
        if (status !== 200) break
        reveals.push(body.reveal)
      }
      expect((await event.cue('publish')).status).toBe(200)
      return reveals.map(({ step, of, shown }) => [step, of, shown.length])
    }
    expect(await stepsOf(apart)).toEqual([
      [0, 4, 0],
      [1, 4, 1],
      [2, 4, 2],
      [3, 4, 3],
      [4, 4, 4],
    ])
    expect(await stepsOf(shared)).toEqual([
      [0, 4, 0],
      [1, 4, 1],
      [3, 4, 2],
      [4, 4, 3],
    ])
  })

  it('lets the chair decide a tie between the close and the reveal, and shows that decision', async () => {
    const event = await scored([
      [
        [4, 4],
        [4, 4],
        [1, 1],
      ],
      [
        [4, 4],
        [4, 4],
        [1, 1],
      ],
    ])
    const [a, b, c] = event.entries.map((entry) => entry.id)
    const vote = (entryIds: unknown[]) =>
      server.call(
        'POST',
        `${event.path}/casting-votes`,
        { entryIds, by: 'Cllr Ann Grant', reason: 'Nearer to residents' },
        event.key,
      )
    expect((await vote([a, b])).body.type).toBe('/problems/close-first')
    await event.cue('close-scoring')
    expect((await vote([a, c])).body.type).toBe('/problems/not-a-tie')
    expect((await vote([a, a])).body.type).toBe('/problems/not-a-tie')
    expect((await vote([a])).status).toBe(422)
    expect((await vote([a, b])).status).toBe(201)
    expect((await vote([b, a])).status).toBe(201)
    const { body } = await resultsOf(event)
    expect(body.standings.map((s: any) => [s.entryId, s.rank])).toEqual([
      [b, 1],
      [a, 2],
      [c, 3],
    ])
    expect(body.awards.find((award: any) => award.rank === 1).castingVote).toEqual({
      by: 'Cllr Ann Grant',
      reason: 'Nearer to residents',
    })
    await event.cue('start-reveal')
    expect((await vote([a, b])).body.type).toBe('/problems/too-late-to-change')
    const { body: history } = await server.call('GET', `${event.path}/history`, undefined, event.key)
    expect(history.history.filter((line: any) => line.what === 'casting-vote')).toHaveLength(2)
  })

  it('lets the chair name joint what is too close to call, and nothing else', async () => {
    const event = await scored([
      [
        [4, 4],
        [4, 3],
        [1, 1],
      ],
      [
        [3, 4],
        [4, 4],
        [1, 2],
      ],
      [
        [5, 4],
        [4, 4],
        [2, 1],
      ],
    ])
    await event.cue('close-scoring')
    const { body: before } = await resultsOf(event)
    const order = before.standings.map((s: any) => s.entryId)
    expect(before.standings.map((s: any) => s.rank)).toEqual([1, 2, 3])
    expect(before.warnings.map((w: any) => w.code)).toContain('too-close')
    const join = (entryIds: string[]) =>
      server.call(
        'POST',
        `${event.path}/casting-votes`,
        { entryIds, by: 'Cllr Ann Grant', reason: 'A hair apart', joint: true },
        event.key,
      )
    expect((await join([order[0], order[2]])).body.type).toBe('/problems/not-too-close')
    expect((await join([order[1], order[2]])).body.type).toBe('/problems/not-too-close')
    expect((await join([order[0], order[1]])).status).toBe(201)
    const { body: after } = await resultsOf(event)
    expect(after.standings.map((s: any) => s.rank)).toEqual([1, 1, 3])
    expect(after.awards.find((award: any) => award.rank === 1)).toMatchObject({
      name: 'Joint winners',
      castingVote: { by: 'Cllr Ann Grant', reason: 'A hair apart' },
    })
    await event.cue('reopen-scoring')
    for (const judge of [0, 1, 2])
      await event.score(
        judge,
        event.entries.findIndex((entry) => entry.id === order[1]),
        { use: 1, show: 1 },
      )
    await event.cue('close-scoring')
    expect((await resultsOf(event)).body.standings.map((s: any) => s.rank)[0]).toBe(1)
    expect((await resultsOf(event)).body.awards.find((award: any) => award.rank === 1).entryIds).toEqual([order[0]])
  })

  it('can be recomputed by anyone from the archive, digest and all', async () => {
    const event = await scored([
      [[4, 3], [2, 5], null],
      [[5, 3], null, [3, 3]],
      [
        [4, 4],
        [1, 2],
        [2, 2],
      ],
    ])
    await event.cue('close-scoring')
    await event.cue('start-reveal')
    const { body: result } = await resultsOf(event)
    const { body: archive } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    const hash = createHash('sha256')
    for (const ballot of archive.released.counted.ballots) {
      const scores = Object.entries(ballot.scores).sort(([x], [y]) => (x < y ? -1 : 1))
      hash.update(`${JSON.stringify([ballot.judgeId, ballot.entryId, scores, ballot.recused, ballot.editedAt])}\n`)
    }
    expect(result.digest).toBe(hash.digest('hex'))
    expect(archive.released.result).toEqual(result)
  })

  it('comes with a review of how safe it is and which ballots are missing', async () => {
    const event = await scored([
      [
        [4, 4],
        [4, 3],
        [1, 1],
      ],
      [
        [4, 4],
        [3, 4],
        [2, 2],
      ],
      [[3, 4], [5, 4], null],
    ])
    await event.cue('close-scoring')
    const { status, body } = await server.call('GET', `${event.path}/review`, undefined, event.key)
    expect(status).toBe(200)
    expect(body.standings).toHaveLength(3)
    expect(body.judges.map((judge: any) => judge.name)).toEqual(['Judge 1', 'Judge 2', 'Judge 3'])
    expect(body.missing).toEqual([{ entryId: event.entries[2]!.id, judgeIds: [event.judges[2]!.id] }])
    expect(body.warnings.map((warning: any) => warning.code)).toContain('thin')
    expect(body.summary).toMatch(/\.$/)
    expect((await server.call('GET', `${event.path}/review`, undefined, event.judgeKeys[0])).status).toBe(403)
  })

  it('is archived and imported elsewhere the same, to the last field', async () => {
    const event = await scored([
      [
        [4, 4],
        [4, 3],
      ],
      [
        [4, 4],
        [3, 4],
      ],
    ])
    await server.call(
      'PUT',
      `${event.path}/prizes`,
      { prizes: [{ name: 'Kindest', entryId: event.entries[1]!.id }] },
      event.key,
    )
    await event.cue('close-scoring')
    await revealAll(event)
    await event.cue('publish')
    const out = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    expect((await server.call('POST', '/api/archive', out.body, owner)).body.type).toBe('/problems/slug-taken')
    const elsewhere = await openServer()
    try {
      const broken = { ...out.body, ballots: [{ ...out.body.ballots[0], judgeId: 'nobody' }] }
      expect((await elsewhere.call('POST', '/api/archive', broken, owner)).body.type).toBe('/problems/invalid')
      const importAnswer = await elsewhere.call('POST', '/api/archive', out.body, owner)
      expect(importAnswer.status).toBe(201)
      const again = await elsewhere.call('GET', `${event.path}/archive`, undefined, importAnswer.body.organiserKey)
      expect(again.body).toEqual(out.body)
    } finally {
      await elsewhere.close()
    }
  })

  it('has a history that nobody can change or shorten while the event exists', async () => {
    const event = await scored([
      [
        [4, 4],
        [3, 3],
      ],
    ])
    const { sql } = server.db
    const id = event.event.id
    for (const tamper of [
      sql`update ballot_history set scores = '{}' where event_id = ${id}`,
      sql`delete from ballot_history where event_id = ${id}`,
      sql`update event_history set what = 'nothing' where event_id = ${id}`,
      sql`delete from event_history where event_id = ${id}`,
    ])
      await expect(tamper).rejects.toThrow('The history is only ever added to')
    await sql`delete from events where id = ${id}`
    expect(await sql`select from ballot_history where event_id = ${id}`).toHaveLength(0)
  })

  it('outlives the people’s data: names and comments are removed, scores stay', async () => {
    const event = await scored([
      [
        [4, 4],
        [4, 4],
      ],
      [
        [4, 4],
        [4, 4],
      ],
    ])
    await event.score(0, 0, { use: 4, show: 4 }, { comment: 'A word for the team' })
    await server.call('PATCH', `${event.path}/entries/${event.entries[0]!.id}`, { members: ['Sioned Pugh'] }, event.key)
    await event.cue('close-scoring')
    const [a, b] = event.entries.map((entry) => entry.id)
    await server.call(
      'POST',
      `${event.path}/casting-votes`,
      { entryIds: [a, b], by: 'Cllr Ann Grant', reason: 'Closer' },
      event.key,
    )
    await revealAll(event)
    await event.cue('publish')
    expect((await server.call('DELETE', `${event.path}/people`, undefined, event.key)).status).toBe(200)
    const left = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    for (const gone of ['Sioned Pugh', 'A word for the team', 'Ann Grant']) expect(left.text).not.toContain(gone)
    expect(left.body.judges.map((judge: any) => judge.name)).toEqual(['Judge 1', 'Judge 2'])
    expect(left.body.released.result.standings[0].score).toBe(4)
    await expect
      .poll(async () => (await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])).status)
      .toBe(401)
    expect((await server.call('GET', `${event.path}/stage`)).text).not.toContain('Ann Grant')
  })
})
