import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiDatabase } from '../support/databases.ts'
import { playFullEvent } from '../support/full-event.ts'
import { makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../support/show.ts'

describe('the data folder', () => {
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

  const folder = (one = server) => join(one.dataDir, 'archives')
  const filesOf = async (event: TestEvent, one = server) => {
    await one.context.archives.settled()
    return readdirSync(folder(one))
      .filter((file) => file.startsWith(event.event.slug))
      .sort()
  }
  const listArchives = (event: TestEvent, key = event.key) =>
    server.call('GET', `${event.path}/archives`, undefined, key)
  const play = async (name: string) => {
    const event = await makeEvent(server, { name })
    await showAll(event)
    await event.score(0, 0, 4)
    return event
  }

  it('receives an archive at each close and at the publication, complete and readable by the server’s user alone', async () => {
    const event = await play('Kept')
    const longer = await play('Kept closed')
    await event.cue('close-scoring')
    await event.cue('close-scoring')
    await event.cue('reopen-scoring')
    await event.cue('close-scoring')
    await event.cue('start-reveal')
    while ((await event.cue('reveal-next')).status === 200);
    await event.cue('publish')
    await longer.cue('close-scoring')
    const files = await filesOf(event)
    const why = files.map((file) =>
      /^kept-(closed-)?(closed|published)-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.json$/.exec(file)?.slice(1),
    )
    expect(why.sort()).toEqual(
      [
        ['closed-', 'closed'],
        [undefined, 'closed'],
        [undefined, 'closed'],
        [undefined, 'published'],
      ].sort(),
    )
    expect(statSync(folder()).mode & 0o777).toBe(0o700)
    for (const file of files) expect(statSync(join(folder(), file)).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder()).filter((file) => file.includes('part'))).toEqual([])
    const { body } = await listArchives(event)
    expect(body).toMatchObject({
      archives: [{ why: 'closed' }, { why: 'closed' }, { why: 'published' }],
      failedAt: null,
    })
    const last = readFileSync(join(folder(), body.archives[2].file), 'utf8')
    expect(body.archives[2].bytes).toBe(Buffer.byteLength(last))
    expect(JSON.parse(last)).toEqual((await server.call('GET', `${event.path}/archive`, undefined, event.key)).body)
    await server.call('DELETE', event.path, { name: event.event.slug }, owner)
    expect((await filesOf(event)).map((file) => file.slice(0, 18))).toEqual(['kept-closed-closed'])
    expect((await server.call('POST', '/api/archive', last, owner)).status).toBe(201)
  })

  it('cannot be read over HTTP, and only the organiser can list it', async () => {
    const event = await play('Not over HTTP')
    await event.cue('close-scoring')
    const [file] = await filesOf(event)
    for (const way of [
      '',
      '/',
      '/data/',
      '/api/',
      '/assets/../',
      '/assets/%2e%2e/%2e%2e/%2e%2e/',
      '/..%2f..%2f',
      `${event.path}/`,
      '/e/',
    ])
      for (const path of [`${way}archives/${file}`, `${way}${file}`]) {
        const answer = await server.call('GET', path.startsWith('/') ? path : `/${path}`, undefined, event.key)
        expect([path, answer.status >= 400 || answer.text.includes('<html')]).toEqual([path, true])
        expect(answer.text).not.toContain('demo-hour/archive')
      }
    const other = await play('Another')
    for (const key of [other.key, event.judgeKeys[0], event.teamKeys[0]])
      expect((await listArchives(event, key)).status).toBe(403)
    expect((await listArchives(event, '')).status).toBe(401)
  })

  it('that cannot be written to stops no show, and the organiser sees it', async () => {
    const event = await play('Unwritable')
    rmSync(folder(), { recursive: true, force: true })
    writeFileSync(folder(), 'in the way')
    try {
      expect((await event.cue('close-scoring')).body.phase).toBe('closed')
      await server.context.archives.settled()
      expect(String(server.failures.at(-1))).toMatch(/EEXIST|ENOTDIR/)
      await expect
        .poll(async () => (await listArchives(event)).body)
        .toEqual({ archives: [], failedAt: expect.stringMatching(/Z$/) })
      await expect
        .poll(async () => (await beside.call('GET', `${event.path}/archives`, undefined, event.key)).body.failedAt)
        .toEqual(expect.stringMatching(/Z$/))
    } finally {
      rmSync(folder())
    }
    await event.cue('reopen-scoring')
    await event.cue('close-scoring')
    await server.context.archives.settled()
    expect((await listArchives(event)).body).toEqual({ archives: [expect.anything()], failedAt: null })
  })

  it('loses the files of a deleted event on every instance, and names those that could not be deleted', async () => {
    const event = await play('Gone')
    await event.cue('close-scoring')
    const name = `${event.event.slug}-closed-2026-06-20T15-30-00.000Z.json`
    mkdirSync(folder(beside), { recursive: true })
    writeFileSync(join(folder(beside), name), '{}')
    const stuck = join(folder(), name.replace('15-30', '15-31'))
    mkdirSync(stuck)
    const { body } = await server.call('DELETE', event.path, { name: event.event.slug, underWay: true }, event.key)
    expect(body.filesLeft).toEqual([expect.stringContaining('15-31')])
    rmSync(stuck, { recursive: true })
    expect(await filesOf(event)).toEqual([])
    await expect.poll(() => filesOf(event, beside)).toEqual([])
  })

  it('and everything else loses personal data: a mark in every personal field is found nowhere afterwards', async () => {
    const mark = 'Qzvy'
    const logged: string[] = []
    const event = await playFullEvent(server, 'people', (field) => {
      logged.push(`${mark} ${field}`)
      return `${mark} ${field}`
    })
    const everything = async () => {
      const tables = await server.db.sql<{ name: string }[]>`
        select table_name as name from information_schema.tables where table_schema = 'public'`
      const rows = await Promise.all(
        tables.map(({ name }) => server.db.sql`select ${name} || ' ' || t::text as text from ${server.db.sql(name)} t`),
      )
      await server.context.archives.settled()
      const files = readdirSync(folder()).map((file) => readFileSync(join(folder(), file), 'utf8'))
      const { body: openapi } = await server.call('GET', '/api/openapi.json')
      const gets = Object.entries<object>(openapi.paths).flatMap(([path, some]) => ('get' in some ? [path] : []))
      const paths = gets
        .map((path) => `/api${path}`.replace('{slug}', 'people').replace('{code}', event.event.code))
        .filter((path) => !path.includes('/feed') && !path.includes('{'))
      const answers: string[] = []
      for (const path of paths)
        for (const key of [undefined, owner, event.key, event.judgeKeys[0], event.teamKeys[0]])
          answers.push(`${path} ${(await server.call('GET', path, undefined, key)).text}`)
      return { rows: rows.flat().map((row) => row.text as string), files, answers }
    }
    const marked = (texts: string[]) =>
      texts.filter((text) => text.includes(mark) || text.includes(Buffer.from(mark).toString('hex')))
    const before = await everything()
    for (const loggedText of logged)
      expect([loggedText, before.rows.some((row) => row.includes(loggedText))]).toEqual([loggedText, true])
    expect([marked(before.files).length > 1, marked(before.answers).length > 8]).toEqual([true, true])

    const { status, body } = await server.call('DELETE', `${event.path}/people`, undefined, event.key)
    expect([status, body]).toEqual([200, { filesLeft: [] }])
    const after = await everything()
    expect(marked(after.rows)).toEqual([])
    expect(marked(after.files)).toEqual([])
    expect(marked(after.answers)).toEqual([])
    expect(await filesOf(event)).toEqual([expect.stringContaining('people-published-')])
    const { body: history } = await server.call('GET', `${event.path}/history`, undefined, event.key)
    expect(history.history.find((line: any) => line.what === 'message').detail.text).toBe('…')
    const results = await server.call('GET', `${event.path}/results`, undefined, event.key)
    expect(results.body.standings[0].score).toBeGreaterThan(4)
  })
})
