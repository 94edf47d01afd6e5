import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archive as archiveSchema } from '../../../api/schema/archive/archive.ts'
import { long, seedOfThisTest } from '../../faults/seed.ts'
import { playFullEvent } from '../../support/full-event.ts'
import { readResultSources } from '../../support/result-sources.ts'
import { makeEvent, openServer, owner, type Server, type TestEvent } from '../../support/show.ts'
import { createRowReader } from '../../support/stored-rows.ts'
import { nearlyConsistent, nearlyValid, toText } from './nearly-valid.ts'

const count = Number(process.env.ARCHIVES ?? (long ? 2000 : 60))

describe('an archive with one thing wrong in it', () => {
  let server: Server
  let events: { archive: any; event: TestEvent }[]
  beforeAll(async () => {
    server = await openServer()
    const other = await openServer()
    events = []
    for (const event of [await playFullEvent(other, 'whole'), await playUnfinished(other)])
      events.push({ event, archive: (await other.call('GET', `${event.path}/archive`, undefined, event.key)).body })
    await other.close()
  })
  afterAll(() => server.close())

  const importArchive = (archive: unknown) => server.call('POST', '/api/archive', toText(archive), owner)

  it('is refused at its place, and leaves nothing behind; or is exported again as it was imported', {
    timeout: 1_800_000,
  }, async () => {
    const stored = createRowReader(server.db.sql)
    const result = { refused: 0, imported: 0 }
    const oneWrong = (archive: unknown) =>
      fc.oneof({ weight: 2, arbitrary: nearlyValid(archive) }, nearlyConsistent(archive))
    const corrupted = fc
      .constantFrom(...events)
      .chain(({ event, archive }) =>
        oneWrong(archive).map(({ change, body }) => ({ event, change, body: body as any })),
      )
    const property = fc.asyncProperty(corrupted, async ({ event, change, body }) => {
      const before = await stored()
      const sentAt = Date.now()
      const answer = await importArchive(body)
      if (answer.status !== 201) {
        result.refused += 1
        expect([change, answer.status, answer.body.type]).toEqual([
          change,
          expect.toSatisfy(isRefusal),
          expect.any(String),
        ])
        if (answer.body.type === '/problems/invalid') expect(answer.body.fields).toContainEqual(namedPlace)
        expect(await stored()).toEqual(before)
        return
      }
      result.imported += 1
      const { eventSlug, organiserKey: key } = answer.body
      const path = `/api/events/${eventSlug}`
      const exported = await server.call('GET', `${path}/archive`, undefined, key)
      expect([change, exported.status]).toEqual([change, 200])
      const imported = comparable(JSON.parse(toText(body)))
      // The import assigns a code where an earlier release had none.
      for (const entry of imported.entries) entry.code ??= expect.stringMatching(/^[A-Z2-9]{2}$/)
      // The days until names are removed count from the import where an earlier release had no time, and never from the future.
      if (!(Date.parse(imported.event.phaseSince) <= sentAt))
        imported.event.phaseSince = expect.toSatisfy((at) => Date.parse(at) >= sentAt && Date.parse(at) <= Date.now())
      expect([change, comparable(exported.body)]).toEqual([change, imported])
      for (const address of ['/stage', '/line-up', '/judges', '/history', '/prizes'])
        expect([change, (await server.call('GET', path + address, undefined, key)).status]).toEqual([change, 200])
      if (exported.body.released)
        await readResultSources(server, { ...event, event: { ...event.event, slug: eventSlug }, path, key })
      await server.call('DELETE', path, { name: eventSlug, underWay: true }, owner)
    })
    const seed = seedOfThisTest()
    await fc.assert(property, { seed, numRuns: count, endOnFailure: true })
    expect(result.refused).toBeGreaterThan(result.imported)
    expect(result.imported).toBeGreaterThan(0)
    // A slow machine reports a database that does not answer, which is no failure.
    expect(server.failures.filter((failure) => failure instanceof Error)).toEqual([])
  })

  type Change = (archive: any) => void
  const places: [string, string, Change][] = [
    [
      'a name of nothing visible',
      '/event/name',
      ({ event }) => {
        event.name = '\u200b\u2060'
      },
    ],
    [
      'a team of nothing visible',
      '/entries/1/team',
      ({ entries }) => {
        entries[1].team = '\u2800'
      },
    ],
    [
      'a judge of nothing visible',
      '/judges/0/name',
      ({ judges }) => {
        judges[0].name = '\u3164'
      },
    ],
    [
      'a text beyond its limit',
      '/entries/0/summary',
      ({ entries }) => {
        entries[0].summary = 'x'.repeat(241)
      },
    ],
    [
      'a comment beyond its limit',
      '/ballots/0/comment',
      ({ ballots }) => {
        ballots[0].comment = 'x'.repeat(2001)
      },
    ],
    [
      'a moment at the end of the calendar',
      '/judges/0/joinedAt',
      ({ judges }) => {
        judges[0].joinedAt = '9999-12-31T23:59:59Z'
      },
    ],
    [
      'a moment before any',
      '/history/event/0/at',
      ({ history }) => {
        history.event[0].at = '0000-01-01T00:00:00Z'
      },
    ],
    [
      'a break until the end of the calendar',
      '/event/show/pause/untilAt',
      ({ event }) => {
        event.show.pause = { message: '', untilAt: '9999-12-31T23:59:59Z' }
      },
    ],
    [
      'a field that does not exist',
      '/prizes/0/entryIDs',
      ({ prizes }) => {
        prizes[0].entryIDs = []
      },
    ],
    [
      'an award for a question that is not there',
      '/event/criterionAwards/1',
      ({ event }) => void event.criterionAwards.push('other'),
    ],
    [
      'a question twice',
      '/event/criteria/1/id',
      ({ event }) => {
        event.criteria[1].id = event.criteria[0].id
      },
    ],
    [
      'a ballot of an unknown judge',
      '/ballots/0',
      ({ ballots }) => {
        ballots[0].judgeId = 'nobody'
      },
    ],
    [
      'a ballot for an unknown entry',
      '/ballots/0',
      ({ ballots }) => {
        ballots[0].entryId = 'nothing'
      },
    ],
    ['a ballot twice', '/ballots/1', ({ ballots }) => void ballots.splice(1, 0, { ...ballots[0], comment: 'Again' })],
    [
      'a score beyond the scale',
      '/ballots/0',
      ({ ballots }) => {
        ballots[0].scores.use = 6
      },
    ],
    [
      'a score on no question',
      '/ballots/0',
      ({ ballots }) => {
        ballots[0].scores.other = 3
      },
    ],
    [
      'a finished ballot called unfinished',
      '/ballots/0/complete',
      ({ ballots }) => {
        ballots[0].complete = !ballots[0].complete
      },
    ],
    [
      'a ballot for a warm-up',
      '/ballots/0',
      ({ ballots, entries }) => {
        ballots[0].entryId = entries.find((entry: any) => entry.warmUp).id
      },
    ],
    [
      'an entry that counted twice',
      '/released/counted/entryIds/1',
      ({ released }) => {
        released.counted.entryIds[1] = released.counted.entryIds[0]
      },
    ],
    [
      'a gap in the running order',
      '/entries/2/slot',
      ({ entries }) => {
        entries[2].slot = 40
      },
    ],
    [
      'a place in the running order twice',
      '/entries/2/slot',
      ({ entries }) => {
        entries[2].slot = entries[1].slot
      },
    ],
    [
      'an entry twice',
      '/entries/1/id',
      ({ entries }) => {
        entries[1].id = entries[0].id
      },
    ],
    [
      'a prize for an unknown entry',
      '/prizes/1/entryIds',
      ({ prizes }) => void Object.assign(prizes[1], { entryIds: ['nothing'], entryId: 'nothing' }),
    ],
    [
      'a prize for an entry twice',
      '/prizes/0/entryIds',
      ({ prizes }) => {
        prizes[0].entryIds = [prizes[0].entryId, prizes[0].entryId]
      },
    ],
    [
      'a warm-up out of the awards',
      '/entries/0/disqualified',
      ({ entries }) => {
        entries[0].disqualified = 'It was made before'
      },
    ],
    [
      'a judge merged with nobody',
      '/judges/0/mergedInto',
      ({ judges }) => {
        judges[0].mergedInto = 'nobody'
      },
    ],
    [
      'a phase that the history has not come to',
      '/event/phase',
      ({ event }) => {
        event.phase = 'closed'
      },
    ],
    [
      'a published event without a result',
      '/released',
      (archive) => {
        archive.released = null
      },
    ],
    [
      'an unknown entry on stage',
      '/event/show/onStageId',
      ({ event }) => {
        event.show.onStageId = 'nothing'
      },
    ],
    [
      'a shown entry without a moment',
      '/event/show/calledAt',
      ({ event }) => {
        event.show.calledAt = {}
      },
    ],
    [
      'a reveal of other steps',
      '/event/show/reveal/of',
      ({ event }) => {
        event.show.reveal.of = 99
      },
    ],
    [
      'an award of another team',
      '/released/result/awards/0',
      ({ released }) =>
        void released.result.awards[0].entryIds.reverse().push(released.result.standings.at(-1).entryId),
    ],
    [
      'a place that does not follow',
      '/released/result/standings/0',
      ({ released }) => {
        released.result.standings[0].rank = 2
      },
    ],
    [
      'a prize of a disqualified entry',
      '/released/result/awards',
      ({ released, entries }) =>
        void released.result.awards.push({
          ...released.result.awards[0],
          id: 'more',
          entryIds: [entries.find((entry: any) => entry.disqualified !== null).id],
        }),
    ],
    [
      'another ballot than counted',
      '/released/counted/ballots',
      ({ ballots, judges }) =>
        void ballots.splice(
          ballots.findIndex(
            (ballot: any) =>
              ballot.complete && judges.find(({ id }: any) => id === ballot.judgeId).status === 'admitted',
          ),
          1,
        ),
    ],
  ]
  it.each(places)('is refused for %s, at its place, in a sentence', async (_, pointer, change) => {
    const archive = structuredClone(events[0]!.archive)
    change(archive)
    const { status, body } = await importArchive(archive)
    expect([status, body.type]).toEqual([422, '/problems/invalid'])
    expect(body.fields.map((field: { pointer: string }) => field.pointer)).toContain(pointer)
    expect(body.fields).toContainEqual(namedPlace)
    expect((await server.call('GET', '/api/events/whole')).status).toBe(404)
  })

  async function playUnfinished(other: Server): Promise<TestEvent> {
    const event = await makeEvent(other, { slug: 'unfinished', entries: 3, judges: 2 })
    for (const cue of ['open-doors', 'next', 'next', 'start-timer'] as const) await event.cue(cue)
    await event.score(0, 0, 3, { comment: 'Kind' })
    await event.cue('close-scoring')
    return event
  }

  const isRefusal = (status: number) => status >= 400 && status < 500
  const namedPlace = { pointer: expect.stringMatching(/^\//), title: expect.stringMatching(/^.{5}/) }

  /** Without what the import computes anew: a picture's digest. */
  /** In the order of an export: a changed time of joining moves a judge in it. */
  function comparable(archive: unknown): any {
    const body = JSON.parse(JSON.stringify(archiveSchema.parse(archive)), function (this: any, name, value) {
      if (name === 'digest' && this.mediaType !== undefined) return ''
      if (value === 0) return 0
      if (typeof value !== 'string') return value
      const isMoment = /^\d{4}-\d\d-\d\dT/.test(value) && Number.isFinite(Date.parse(value))
      return isMoment ? new Date(value).toISOString() : value
    })
    const sortBy = (rows: any[], ...names: string[]) =>
      rows.sort((a, b) => (names.map((name) => a[name]).join() < names.map((name) => b[name]).join() ? -1 : 1))
    sortBy(body.judges, 'joinedAt', 'id')
    for (const rows of [body.ballots, body.feedback]) sortBy(rows, 'judgeId', 'entryId')
    return body
  }
})
