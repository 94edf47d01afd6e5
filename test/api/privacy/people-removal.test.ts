import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiDatabase } from '../../support/databases.ts'
import { playFullEvent } from '../../support/full-event.ts'
import { makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../../support/show.ts'

const dayMs = 86_400_000

describe('the date on which people’s data is removed', () => {
  let server: Server
  let beside: Server
  beforeAll(async () => {
    server = await openServer()
    beside = apiDatabase === 'postgres' ? await openServer({ beside: server }) : server
  })
  afterAll(async () => {
    if (beside !== server) await beside.close()
    await server.close()
  })

  const patch = (event: TestEvent, body: object) => server.call('PATCH', event.path, body, event.key)
  const readEvent = async (path: string) => (await beside.call('GET', path)).body.event
  const readNames = async (event: TestEvent) =>
    (await server.call('GET', `${event.path}/judges`, undefined, event.key)).body.judges.map(({ name }: any) => name)
  const readRemovals = async (event: TestEvent) => {
    const { history } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    return history.filter(({ what }: any) => what === 'forget-people').map(({ detail }: any) => detail)
  }
  /** Moves the start of the event's phase back, as if so many days had passed. */
  const passDays = (event: TestEvent, days: number) =>
    server.db.sql`
      update events set phase_since = phase_since - make_interval(hours => ${24 * days}) where id = ${event.event.id}`
  const checkBoth = () => Promise.all([server.context.peopleRemoval.check(), beside.context.peopleRemoval.check()])

  async function closedEvent(more: Parameters<typeof makeEvent>[1] = {}): Promise<TestEvent> {
    const event = await makeEvent(server, more)
    await showAll(event)
    for (const judge of [0, 1]) for (const entry of [0, 1, 2]) await event.score(judge, entry, entry + 1)
    await event.cue('close-scoring')
    return event
  }
  async function publish(event: TestEvent) {
    await event.cue('start-reveal')
    while ((await event.cue('reveal-next')).status === 200);
    await event.cue('publish')
  }

  it('takes 1 to 365 days or none, 30 at first, from the organiser alone', async () => {
    const event = await makeEvent(server)
    expect(event.event).toMatchObject({ keepPeopleDays: 30, peopleRemovalAt: null, peopleRemovedAt: null })
    for (const keepPeopleDays of [0, 366, 1.5, '30', -1, true])
      expect([keepPeopleDays, (await patch(event, { keepPeopleDays })).status]).toEqual([keepPeopleDays, 422])
    for (const keepPeopleDays of [1, 365, null])
      expect((await patch(event, { keepPeopleDays })).body.event.keepPeopleDays).toBe(keepPeopleDays)
    for (const key of [event.judgeKeys[0], event.teamKeys[0]])
      expect((await server.call('PATCH', event.path, { keepPeopleDays: 1 }, key)).status).toBe(403)
    expect((await readEvent(event.path)).keepPeopleDays).toBeNull()
  })

  it('is so many days after the publication, and after the close while nothing is published', async () => {
    const event = await closedEvent({ keepPeopleDays: 10 })
    const closed = await readEvent(event.path)
    await passDays(event, 9)
    await publish(event)
    const published = await readEvent(event.path)
    const { history } = (await server.call('GET', `${event.path}/history`, undefined, event.key)).body
    const at = (what: string) => Date.parse(history.find((line: any) => line.what === what).at)
    expect(Date.parse(closed.peopleRemovalAt)).toBe(at('close-scoring') + 10 * dayMs)
    expect(Date.parse(published.peopleRemovalAt)).toBe(at('publish') + 10 * dayMs)
  })

  it('removes the same as the organiser’s press on that date, once for all instances, and leaves the result', async () => {
    const mark = 'Qzvy'
    const event = await playFullEvent(server, 'removed-when-due', (field) => `${mark} ${field}`)
    const { body: before } = await server.call('GET', `${event.path}/results`, undefined, event.key)
    await passDays(event, 59)
    await checkBoth()
    expect(await readRemovals(event)).toEqual([])
    expect((await readNames(event)).join()).toContain(mark)

    await passDays(event, 1)
    await checkBoth()
    expect(await readRemovals(event)).toEqual([{ automatic: true, keepPeopleDays: 60 }])
    const { text, body } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    expect(text).not.toContain(mark)
    expect(body.event.peopleRemovedAt).toBe((await readEvent(event.path)).peopleRemovedAt)
    const { body: after } = await server.call('GET', `${event.path}/results`, undefined, event.key)
    const nameless = (result: any) =>
      JSON.stringify(result.standings).replaceAll(new RegExp(`${mark} [a-z]+( \\d)*`, 'g'), '')
    expect(nameless(after)).toBe(nameless(before))
    // The instance that was first writes a new archive; the other deletes its own.
    const instances = [...new Set([server, beside])]
    for (const { context } of instances) await context.archives.settled()
    const archives = () =>
      instances.flatMap(({ dataDir }) => {
        const folder = join(dataDir, 'archives')
        const files = existsSync(folder) ? readdirSync(folder) : []
        return files
          .filter((file) => file.startsWith('removed-when-due-'))
          .map((file) => readFileSync(join(folder, file), 'utf8'))
      })
    await expect.poll(() => archives().filter((archive) => archive.includes(mark))).toEqual([])
    expect(archives().length).toBeGreaterThan(0)
    expect((await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])).status).toBe(401)

    await checkBoth()
    expect(await readRemovals(event)).toHaveLength(1)
    expect(server.failures).toEqual([])
  })

  it('follows a setting that changes at the last minute', async () => {
    const [later, never, sooner] = [
      await closedEvent(),
      await closedEvent(),
      await closedEvent({ keepPeopleDays: null }),
    ]
    for (const event of [later, never, sooner]) await passDays(event, 31)
    await patch(later, { keepPeopleDays: 365 })
    await patch(never, { keepPeopleDays: null })
    await checkBoth()
    for (const event of [later, never, sooner]) expect(await readNames(event)).toContain('Judge 1')
    await passDays(never, 1000)
    await patch(sooner, { keepPeopleDays: 31 })
    await checkBoth()
    expect([await readRemovals(later), await readRemovals(never)]).toEqual([[], []])
    expect(await readRemovals(sooner)).toHaveLength(1)
  })

  it('leaves a show that is reopened or being revealed, and counts anew from the next close', async () => {
    const [reopened, revealing, setUp] = [await closedEvent(), await closedEvent(), await makeEvent(server)]
    for (const event of [reopened, revealing]) await passDays(event, 31)
    await reopened.cue('reopen-scoring')
    await revealing.cue('start-reveal')
    for (const event of [reopened, revealing, setUp]) await passDays(event, 400)
    await checkBoth()
    await reopened.cue('close-scoring')
    await checkBoth()
    for (const event of [reopened, revealing, setUp]) {
      expect(await readRemovals(event)).toEqual([])
      expect(await readNames(event)).toContain('Judge 1')
    }
    // Removed after the first close, by hand; the second close starts its own days.
    await server.call('DELETE', `${reopened.path}/people`, undefined, reopened.key)
    await reopened.cue('reopen-scoring')
    await server.call('POST', `${reopened.path}/judges`, { name: 'Newly come' }, reopened.key)
    await reopened.cue('close-scoring')
    await server.db.sql`
      update events set people_removed_at = people_removed_at - interval '40 days' where id = ${reopened.event.id}`
    await passDays(reopened, 31)
    await checkBoth()
    expect(await readRemovals(reopened)).toHaveLength(2)
    expect(await readNames(reopened)).not.toContain('Newly come')
  })

  it('travels in the archive, and a copy starts without it', async () => {
    const event = await closedEvent({ keepPeopleDays: 40 })
    await publish(event)
    await passDays(event, 39)
    const due = (await readEvent(event.path)).peopleRemovalAt
    const { body: copy } = await server.call('POST', `${event.path}/copy`, {}, event.key)
    expect(copy.event).toMatchObject({ keepPeopleDays: 40, peopleRemovalAt: null, peopleRemovedAt: null })
    const { body: archive } = await server.call('GET', `${event.path}/archive`, undefined, event.key)
    const importAgain = async (document: object) => {
      await server.call('DELETE', event.path, { name: event.event.name }, owner)
      event.key = (await server.call('POST', '/api/archive', document, owner)).body.organiserKey
    }
    await importAgain(archive)
    expect((await readEvent(event.path)).peopleRemovalAt).toBe(due)
    await passDays(event, 1)
    await checkBoth()
    expect(await readRemovals(event)).toHaveLength(1)
    const { phaseSince: _, peopleRemovedAt: _at, keepPeopleDays: _days, ...old } = archive.event
    await importAgain({ ...archive, event: old })
    await checkBoth()
    expect(await readNames(event)).toContain('Judge 1')
    expect((await readEvent(event.path)).keepPeopleDays).toBe(30)
    // A time in the future would put the removal off for good.
    await importAgain({ ...archive, event: { ...archive.event, phaseSince: '2999-01-01T00:00:00.000Z' } })
    expect(Date.parse((await readEvent(event.path)).peopleRemovalAt)).toBeLessThan(Date.parse('2999-01-01'))
  })

  it('acts at the next start when the server was off, and deletes archives with names that were left', async () => {
    const event = await closedEvent()
    await passDays(event, 31)
    const folder = join(server.dataDir, 'archives')
    await server.context.archives.settled()
    mkdirSync(folder, { recursive: true })
    const already = await closedEvent()
    await server.call('DELETE', `${already.path}/people`, undefined, already.key)
    await server.context.archives.settled()
    const left = join(folder, `${already.event.slug}-closed-2020-01-01T00-00-00.000Z.json`)
    writeFileSync(left, 'names')
    server.context.peopleRemoval.start()
    await expect.poll(() => readRemovals(event)).toHaveLength(1)
    expect(readdirSync(folder)).not.toContain(`${already.event.slug}-closed-2020-01-01T00-00-00.000Z.json`)
    expect(readdirSync(folder).filter((file) => file.startsWith(`${already.event.slug}-closed-`))).toHaveLength(1)
  })
})
