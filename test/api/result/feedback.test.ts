import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openFeed, openServer, owner, type Server, showAll, type TestEvent } from '../../support/show.ts'

const criteria = {
  criteria: [
    { id: 'one', name: 'One?', min: 0, max: 20 },
    { id: 'two', name: 'Two?', max: 5 },
  ],
}
const harsh = 'Zorblatt was not kind at all'
const kind = 'Quibblewick shone'

describe('the pack of a team', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const codeOf = ({ body }: { body: any }) => body.type?.replace('/problems/', '') ?? 'done'
  const own = (event: TestEvent, n: number, key = event.teamKeys[n]) =>
    server.call('GET', `${event.path}/entries/${event.entries[n]!.id}/feedback`, undefined, key)
  const comments = async (event: TestEvent) =>
    (await server.call('GET', `${event.path}/feedback`, undefined, event.key)).body.comments
  const decide = (event: TestEvent, decisions: object[], key = event.key) =>
    server.call('PUT', `${event.path}/feedback`, { decisions }, key)
  const about = ({ entryId, judgeId, digest }: any, to: object) => ({ entryId, judgeId, digest, ...to })

  async function playedEvent(): Promise<TestEvent> {
    const event = await makeEvent(server, { ...criteria, method: 'mean' })
    await showAll(event)
    await event.score(0, 0, { one: 17, two: 5 }, { comment: harsh })
    await event.score(1, 0, { one: 19, two: 5 }, { comment: kind })
    await event.score(0, 1, { one: 12, two: 3 }, { comment: 'For the second' })
    await event.score(1, 1, { one: 14, two: 2 }, { recused: true, comment: 'I stepped aside' })
    await event.score(0, 2, { one: 3, two: 1 })
    return event
  }
  async function publish(event: TestEvent) {
    const { body } = await event.cue('start-reveal')
    for (let step = 0; step < body.reveal.of; step += 1) await event.cue('reveal-next')
    expect((await event.cue('publish')).status).toBe(200)
  }

  it('is readable by nobody before the result is published, whatever the organiser has approved', async () => {
    const event = await playedEvent()
    const address = await server.listen()
    const feeds = await Promise.all(
      [undefined, event.teamKeys[0], event.judgeKeys[1], event.key].map((key) =>
        openFeed(`${address}${event.path}/feed`, key),
      ),
    )
    const organiser = () => server.call('GET', `${event.path}/feedback`, undefined, event.key)
    expect(codeOf(await organiser())).toBe('results-sealed')
    await event.cue('close-scoring')
    const all = await comments(event)
    expect(
      codeOf(
        await decide(
          event,
          all.map((comment: any) => about(comment, { state: 'approved' })),
        ),
      ),
    ).toBe('done')
    const openapi = await server.call('GET', '/api/openapi.json')
    const paths = Object.entries<any>(openapi.body.paths)
      .filter(([path, some]) => ('get' in some && !path.includes('/feed')) || path.includes('feedback'))
      .map(([path]) =>
        `/api${path}`.replace('{slug}', event.event.slug).replace(/\{(id|entryId)\}/, event.entries[0]!.id),
      )
      .filter((path) => !path.includes('{'))
    expect(paths.filter((path) => path.includes('feedback'))).toHaveLength(3)
    for (const phase of ['closed', 'revealing']) {
      if (phase === 'revealing') await event.cue('start-reveal')
      for (const path of paths)
        for (const key of [undefined, event.teamKeys[0], event.teamKeys[1], event.judgeKeys[1]]) {
          // A judge may read their own comments.
          if (path.endsWith('/ballots') && key === event.judgeKeys[1]) continue
          const { text } = await server.call('GET', path, undefined, key)
          expect([path, text.includes(harsh) || text.includes(kind)]).toEqual([path, false])
        }
      expect(codeOf(await own(event, 0))).toBe('results-sealed')
      expect(codeOf(await own(event, 0, event.key))).toBe('results-sealed')
      expect(codeOf(await server.call('GET', `${event.path}/feedback/packs`, undefined, event.key))).toBe(
        'results-sealed',
      )
    }
    for (let step = 0; step < 4; step += 1) await event.cue('reveal-next')
    await event.cue('publish')
    for (const feed of feeds) {
      await feed.until(({ data }) => data.phase === 'final')
      expect(JSON.stringify(feed.updates)).not.toMatch(/Zorblatt|Quibblewick/)
      await feed.close()
    }
    // Checks the check: now its team, and nobody else, reads it.
    expect((await own(event, 0)).text).toContain(harsh)
    expect(codeOf(await own(event, 0, event.teamKeys[1]))).toBe('wrong-door')
    expect(codeOf(await own(event, 0, event.judgeKeys[0]))).toBe('wrong-door')
    expect(codeOf(await own(event, 0, ''))).toBe('key-needed')
  })

  it('is its score by question beside the median entry, what it won, and the approved words without a name', async () => {
    const event = await playedEvent()
    await event.cue('close-scoring')
    const [first, second, third] = await comments(event)
    expect((await comments(event)).map((comment: any) => comment.comment)).toEqual([harsh, kind, 'For the second'])
    await decide(event, [
      about(first, { state: 'approved', words: 'It could be kinder' }),
      about(second, { state: 'approved' }),
    ])
    expect(third.state).toBe('waiting')
    await publish(event)
    const { body, text } = await own(event, 0)
    expect(body.pack.profile).toEqual([
      { criterionId: 'one', score: 18, median: 12 },
      { criterionId: 'two', score: 5, median: 3 },
    ])
    expect(body.pack.awards.map((award: any) => award.name)).toEqual(['Winner'])
    expect(body.pack).toMatchObject({ comments: ['It could be kinder', kind], commentsAre: 'reading', ballots: 2 })
    expect(text).not.toContain(harsh)
    for (const judge of event.judges) for (const secret of [judge.id, judge.name]) expect(text).not.toContain(secret)
    await decide(event, [about(third, { state: 'left-out' })])
    expect((await own(event, 1)).body.pack).toMatchObject({ comments: [], commentsAre: 'read' })
    await decide(event, [about(first, { state: 'waiting' })])
    expect((await own(event, 0)).body.pack).toMatchObject({ comments: [kind], commentsAre: 'reading' })
    const packs = await server.call('GET', `${event.path}/feedback/packs`, undefined, event.key)
    expect(packs.body.packs.map((pack: any) => pack.entry.team)).toEqual(['Team 1', 'Team 2', 'Team 3'])
    expect(codeOf(await server.call('GET', `${event.path}/feedback/packs`, undefined, event.teamKeys[0]))).toBe(
      'wrong-door',
    )
  })

  it('omits words that their judge has changed since, and accepts no decision about them', async () => {
    const event = await playedEvent()
    await event.cue('close-scoring')
    const [first, second] = await comments(event)
    await decide(event, [about(first, { state: 'approved' }), about(second, { state: 'approved' })])
    await event.cue('reopen-scoring')
    expect(codeOf(await decide(event, [about(first, { state: 'approved' })]))).toBe('results-sealed')
    await event.score(
      0,
      0,
      { one: 17, two: 5 },
      { comment: 'Much worse than before', editedAt: new Date().toISOString() },
    )
    await event.cue('close-scoring')
    expect((await comments(event))[0]).toMatchObject({ state: 'waiting', changed: true, words: '' })
    // All or none: the second decision is not applied when the first is out of date.
    const outdated = [about(second, { state: 'left-out' }), about(first, { state: 'approved' })]
    expect(codeOf(await decide(event, outdated))).toBe('comment-changed')
    expect((await comments(event))[1].state).toBe('approved')
    await publish(event)
    expect((await own(event, 0)).body.pack.comments).toEqual([kind])
  })

  it('is refused in words for a senseless decision, and to everyone but the organiser', async () => {
    const event = await playedEvent()
    await event.cue('close-scoring')
    const [first] = await comments(event)
    expect(codeOf(await decide(event, [about(first, { state: 'approved', words: '  ' })]))).toBe('invalid')
    expect(codeOf(await decide(event, [about({ ...first, judgeId: 'nobody' }, { state: 'approved' })]))).toBe(
      'no-such-comment',
    )
    for (const key of [event.teamKeys[0]!, event.judgeKeys[0]!])
      expect(codeOf(await decide(event, [about(first, { state: 'approved' })], key))).toBe('wrong-door')
    await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/remove`, {}, event.key)
    expect((await comments(event)).map((comment: any) => comment.comment)).toEqual([kind])
  })

  it('is archived and imported, and is removed with the people’s data', async () => {
    const event = await playedEvent()
    await event.cue('close-scoring')
    const [first, second] = await comments(event)
    await decide(event, [
      about(first, { state: 'approved', words: 'It could be kinder' }),
      about(second, { state: 'left-out' }),
    ])
    await publish(event)
    const archive = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body
    expect(archive.feedback).toHaveLength(2)
    await server.call('DELETE', `${event.path}/people`, undefined, event.key)
    const after = await server.call(
      'GET',
      `${event.path}/entries/${event.entries[0]!.id}/feedback`,
      undefined,
      event.key,
    )
    expect(after.body.pack).toMatchObject({ comments: [], commentsAre: 'removed' })
    const bare = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).text
    expect(bare).not.toMatch(/Zorblatt|Quibblewick|kinder/)
    await server.db.sql`delete from events where id = ${event.event.id}`
    const { organiserKey } = (await server.call('POST', '/api/archive', archive, owner)).body
    const again = await server.call('GET', `${event.path}/archive`, undefined, organiserKey)
    expect(again.body).toEqual(archive)
    expect(await comments({ ...event, key: organiserKey })).toMatchObject([
      { state: 'approved', words: 'It could be kinder', comment: harsh },
      { state: 'left-out' },
      { state: 'waiting' },
    ])
  })
})
