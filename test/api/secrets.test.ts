import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openFeed, openServer, type Server, showAll, type TestEvent } from '../support/show.ts'

/** Scores that occur nowhere by accident, so that finding one in a payload proves a leak. */
const scale = { criteria: [{ id: 'only', name: 'How good is it?', min: 0, max: 20 }] }
const marks = [
  [17, 11, 7],
  [19, 13, 3],
]
const secretNumbers = [18, 12, 5]

describe('an unrevealed result', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
  })
  afterAll(() => server.close())

  async function playUntilClosed(): Promise<TestEvent> {
    const event = await makeEvent(server, scale)
    await showAll(event)
    for (const [judge, row] of marks.entries())
      for (const [entry, mark] of row.entries()) await event.score(judge, entry, { only: mark })
    return event
  }

  async function readEverything(event: TestEvent): Promise<string> {
    const openapi = await server.call('GET', '/api/openapi.json')
    const paths = Object.entries(openapi.body.paths)
      .filter(([, operations]) => 'get' in (operations as object))
      .map(([path]) => `/api${path}`.replace('{slug}', event.event.slug).replace('{code}', event.event.code))
      .filter((path) => !path.includes('/feed') && !path.includes('{'))
    expect(paths.length).toBeGreaterThan(12)
    const keys = [undefined, event.judgeKeys[0], event.teamKeys[0]]
    let all = ''
    for (const path of paths)
      for (const key of keys) {
        // A judge may read their own ballots, and the OpenAPI document is the same for every event.
        if (path.endsWith('/ballots') || path.endsWith('openapi.json') || path.endsWith('/time')) continue
        const { text, headers } = await server.call('GET', path, undefined, key)
        all += `${path} ${text} ${JSON.stringify([...headers])}\n`
      }
    for (const page of ['', '/judge', '/team', '/organise'])
      all += (await server.call('GET', `/e/${event.event.slug}${page}`)).text
    return all
  }

  function leaksIn(text: string, event: TestEvent): string[] {
    const withoutMoments = text
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
      .replace(/"(id|entryId|plannedMs|remainingMs)":"?[\w-]+"?/g, '')
    const values = [...marks.flat(), ...secretNumbers]
      .filter((n) => n > 10)
      .flatMap((n) => [`:${n},`, `:${n}}`, `:${n}.`])
    const secretTexts = ['"rank":', '"score":', '"rawMean":', '"standings":', '"pFirst"', '"digest":', 'Winner', '1st']
    return [...values, ...secretTexts]
      .filter((secret) => withoutMoments.includes(secret))
      .concat(withoutMoments.includes(`"entryIds":["${event.entries[0]!.id}"]`) ? ['the winner'] : [])
  }

  it('is in no answer, header or page that a judge, a team or nobody can read, in any phase', async () => {
    const event = await playUntilClosed()
    expect(leaksIn(await readEverything(event), event)).toEqual([])
    await event.cue('close-scoring')
    expect(leaksIn(await readEverything(event), event)).toEqual([])
    await event.cue('start-reveal')
    expect(leaksIn(await readEverything(event), event)).toEqual([])
    // Checks the check: after publishing, the same search finds the scores.
    for (let n = 0; n < 4; n += 1) await event.cue('reveal-next')
    await event.cue('publish')
    expect(leaksIn(await readEverything(event), event)).toContain('"rank":')
    expect(leaksIn(await readEverything(event), event)).toContain('the winner')
  })

  it('is in no update of any feed, the desk’s included, until the step that shows it', async () => {
    const event = await playUntilClosed()
    const feeds = await Promise.all(
      [undefined, event.judgeKeys[0], event.teamKeys[0], event.key].map((key) =>
        openFeed(`${address}${event.path}/feed`, key),
      ),
    )
    const updatesSoFar = () => feeds.map((feed) => JSON.stringify(feed.updates))
    const shownEverywhere = (step: number) =>
      Promise.all(
        feeds.map((feed) =>
          feed.until(({ name, data }) => name === 'stage' && data.reveal.step === step && data.phase === 'revealing'),
        ),
      )
    await event.cue('close-scoring')
    await event.cue('start-reveal')
    await shownEverywhere(0)
    for (const text of updatesSoFar()) expect(leaksIn(text, event)).toEqual([])
    const third = event.entries[2]!.id
    await event.cue('reveal-next')
    for (const stage of await shownEverywhere(1)) {
      expect(stage.reveal.shown).toHaveLength(1)
      expect(stage.reveal.shown[0].award).toMatchObject({ rank: 3, entryIds: [third] })
      expect(JSON.stringify(stage.reveal)).not.toContain(event.entries[0]!.id)
      expect(JSON.stringify(stage.reveal)).not.toContain(event.entries[1]!.id)
    }
    await Promise.all(feeds.map((feed) => feed.close()))
  })

  it('is hidden again by a step back', async () => {
    const event = await playUntilClosed()
    await event.cue('close-scoring')
    await event.cue('start-reveal')
    await event.cue('reveal-next')
    const stepBack = await event.cue('reveal-back')
    expect(stepBack.body.reveal).toEqual({ step: 0, of: 4, shown: [] })
  })

  it('is sealed for the organiser too while judges score, and opens with the close', async () => {
    const event = await playUntilClosed()
    for (const path of ['results', 'results.csv', 'archive', 'review'])
      expect([path, (await server.call('GET', `${event.path}/${path}`, undefined, event.key)).status]).toEqual([
        path,
        403,
      ])
    const history = await server.call('GET', `${event.path}/history`, undefined, event.key)
    expect(history.body.ballots).toBeNull()
    expect(leaksIn((await server.call('GET', `${event.path}/desk`, undefined, event.key)).text, event)).toEqual([])
    await event.cue('close-scoring')
    const results = await server.call('GET', `${event.path}/results`, undefined, event.key)
    expect(results.body.standings.map((s: { rank: number; score: number }) => [s.rank, s.score])).toEqual([
      [1, 18],
      [2, 12],
      [3, 5],
    ])
    await event.cue('reopen-scoring')
    expect((await server.call('GET', `${event.path}/results`, undefined, event.key)).status).toBe(403)
  })

  it('is computed once: nothing changes it after the reveal has begun', async () => {
    const event = await playUntilClosed()
    await event.cue('close-scoring')
    await event.cue('start-reveal')
    const before = await server.call('GET', `${event.path}/results`, undefined, event.key)
    expect(before.body.digest).toMatch(/^[0-9a-f]{64}$/)
    await server.call('POST', `${event.path}/judges/${event.judges[1]!.id}/remove`, {}, event.key)
    expect((await server.call('PATCH', event.path, { places: 1 }, event.key)).status).toBe(409)
    expect((await event.cue('reopen-scoring')).body.type).toBe('/problems/reveal-under-way')
    const after = await server.call('GET', `${event.path}/results`, undefined, event.key)
    expect(after.body).toEqual(before.body)
  })
})
