import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { callAt } from '../../support/call.ts'
import { openTestDatabase, type TestDatabase } from '../../support/databases.ts'
import { type Program, startProgram } from '../../support/program.ts'

describe('the program', () => {
  let folder: string
  let programs: Program[]
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
  })
  afterAll(() => database.close())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-hour-start-'))
    programs = []
  })
  afterEach(async () => {
    for (const { process } of programs) process.kill('SIGKILL')
    await Promise.all(programs.map(({ ended }) => ended))
    rmSync(folder, { recursive: true, force: true })
  })
  const copyDatabase = () => cpSync(inject('embedded').migrated, folder, { recursive: true })
  const start = async (env: Record<string, string> = {}) => {
    const program = await startProgram({ DATA_DIR: folder, ...env })
    programs.push(program)
    return program
  }
  /** Starts in a third of the processor time of the embedded database, which opens in a thread of the program. */
  const startOnPostgres = (env: Record<string, string> = {}) => start({ DATABASE_URL: database.url!, ...env })
  it.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'three thousand' }, /^PORT takes a port number from 0 to 65535\.$/],
    [{ PORT: '65536' }, /^PORT takes a port number from 0 to 65535\.$/],
    [{ PUBLIC_URL: 'demohour.example' }, /^PUBLIC_URL takes a web address such as https:\/\/demohour\.example\.$/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL takes an address such as postgres:/],
    [
      { DATABASE_URL: 'postgres://nobody:wrong@127.0.0.1:9/none' },
      /^The database .*127\.0\.0\.1.* \(DATABASE_URL\) cannot be opened: nothing listens there\.$/,
    ],
    [{ TLS_CERT: '/nowhere/cert.pem' }, /^TLS_CERT takes the path of a readable certificate file\.$/],
    [{ OWNER_KEY: 'short' }, /^OWNER_KEY takes a key of at least 20 characters\.$/],
    [{ OWNER_KEY: 'a key with spaces in it' }, /^OWNER_KEY takes letters, figures, - and _\.$/],
  ])('stops with one line that names the variable: %o', async (env, line) => {
    const program = await start(env)
    expect(await program.ended).toBe(1)
    expect(program.output().trim()).toMatch(line)
    expect(program.output().trim().split('\n')).toHaveLength(1)
    expect(program.output()).not.toContain('wrong')
  })

  it('reports a TLS_CERT without TLS_KEY, and a port in use', async () => {
    writeFileSync(join(folder, 'cert.pem'), 'x')
    const withoutKey = await start({ TLS_CERT: join(folder, 'cert.pem') })
    expect(await withoutKey.ended).toBe(1)
    expect(withoutKey.output()).toContain('TLS_CERT goes with TLS_KEY: set both or neither.')
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const second = await startOnPostgres({ PORT: String(port) })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`PORT ${port} is in use by another program`)
    other.close()
  })

  it.each<[string, (path: string) => Record<string, string>, (path: string) => RegExp]>([
    [
      'is a file',
      (path) => ({ DATA_DIR: path }),
      (path) => new RegExp(`^A file is in the way of the data folder ${path}\\.`),
    ],
    [
      'is a file, with a PostgreSQL server',
      (path) => ({ DATA_DIR: path, DATABASE_URL: inject('postgres').url }),
      (path) => new RegExp(`^A file is in the way of the data folder ${path}\\.`),
    ],
    [
      'lies in a file',
      (path) => ({ DATA_DIR: join(path, 'below') }),
      (path) => new RegExp(`^A file is in the way of the data folder ${path}/below\\.`),
    ],
    [
      'cannot be written',
      () => ({ DATA_DIR: '/sys/demo-hour' }),
      () => /^The data folder \/sys\/demo-hour cannot be written \(/,
    ],
  ])('stops with what to do when the data folder %s', async (_, env, sentence) => {
    const path = join(folder, 'in-the-way')
    writeFileSync(path, '')
    const program = await start(env(path))
    expect(await program.ended).toBe(1)
    expect(program.output().trim()).toMatch(sentence(path))
    expect(program.output().trim().split('\n')).toHaveLength(1)
  })

  it('stops with a remedy when a file is where the archives or the owner’s key belong, and when HOST is elsewhere', async () => {
    writeFileSync(join(folder, 'archives'), '')
    const archives = await startOnPostgres()
    expect(await archives.ended).toBe(1)
    expect(archives.output()).toContain(`A file is in the way of the data folder ${join(folder, 'archives')}.`)
    rmSync(join(folder, 'archives'))
    mkdirSync(join(folder, 'owner-key'))
    const ownerKey = await startOnPostgres()
    expect(await ownerKey.ended).toBe(1)
    expect(ownerKey.output()).toMatch(/^The owner's key cannot be written to .* \(EISDIR\)\. Remove .*OWNER_KEY\.$/m)
    rmSync(join(folder, 'owner-key'), { recursive: true })
    const otherHost = await startOnPostgres({ HOST: '203.0.113.1' })
    expect(await otherHost.ended).toBe(1)
    expect(otherHost.output()).toContain('HOST 203.0.113.1 is no address of this machine. Leave HOST out')
  })

  it('reports that phones cannot reach it when it listens for this machine alone', async () => {
    expect((await startOnPostgres({ HOST: '127.0.0.1' })).output()).toContain('Phones cannot reach this address')
  })

  it('killed in the middle of a show, serves the same second again with every acknowledged ballot, under the same owner’s link', async () => {
    copyDatabase()
    const first = await start()
    const link = /owner#k=(\S+)/.exec(first.output())![1]!
    expect(readFileSync(join(folder, 'owner-key'), 'utf8').trim()).toBe(link)
    expect(statSync(join(folder, 'owner-key')).mode & 0o077).toBe(0)
    const { body: made } = await callAt(first.address)('POST', '/api/events', { name: 'Makers' }, link)
    const path = `/api/events/${made.event.slug}`
    const { body: added } = await callAt(first.address)(
      'POST',
      `${path}/entries`,
      { title: 'A', team: 'A' },
      made.organiserKey,
    )
    const judges: string[] = []
    for (let n = 0; n < 8; n += 1)
      judges.push((await callAt(first.address)('POST', `${path}/join`, { name: `J ${n}` })).body.judgeKey)
    for (const cue of ['open-doors', 'next', 'start-timer'])
      await callAt(first.address)('POST', `${path}/cues`, { cue }, made.organiserKey)
    const before = (await callAt(first.address)('GET', `${path}/stage`)).body
    const acknowledged = new Map<string, string>()
    const tapping = judges.map(async (key) => {
      for (let tap = 0; ; tap += 1) {
        const editedAt = new Date().toISOString()
        const ballot = { scores: { problem: 1 + (tap % 5) }, comment: String(tap), editedAt }
        const answer = await callAt(first.address)('PUT', `${path}/ballots/${added.entry.id}`, ballot, key).catch(
          () => undefined,
        )
        if (!answer) return
        if (answer.status === 200) acknowledged.set(key, answer.body.ballot.comment)
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    })
    await expect.poll(() => acknowledged.size, { timeout: 10_000 }).toBe(8)
    first.process.kill('SIGKILL')
    await Promise.all([first.ended, ...tapping])

    const second = await start()
    expect(second.output()).toContain(`owner#k=${link}`)
    const after = (await callAt(second.address)('GET', `${path}/stage`)).body
    expect(after.timer).toEqual(before.timer)
    expect(after.scene).toBe('on-stage')
    for (const [key, comment] of acknowledged) {
      const { ballots } = (await callAt(second.address)('GET', `${path}/ballots`, undefined, key)).body
      expect(Number(ballots[0].comment)).toBeGreaterThanOrEqual(Number(comment))
    }
  })

  it('stops with what to do when the data belong to a newer version', async () => {
    await startOnPostgres()
    await database.sql`insert into migrations (number, name) values (9999, 'of_a_later_year')`
    const program = await startOnPostgres()
    await database.sql`delete from migrations where number = 9999`
    expect(await program.ended).toBe(1)
    expect(program.output().trim()).toMatch(
      /^The data belong to a newer version of Demo Hour \(its step 9999, "of_a_later_year", .*Start that version, or set DATA_DIR/,
    )
    expect(program.output().trim().split('\n')).toHaveLength(1)
  })

  it('refuses a second start in its folder, stops on request, and frees the port and the folder for the next one', async () => {
    copyDatabase()
    const first = await start()
    const beside = await start()
    expect(await beside.ended).toBe(1)
    expect(beside.output().trim()).toMatch(
      /^Demo Hour already runs with the data folder .* Use that one, or stop it first\./,
    )
    expect(beside.output().trim().split('\n')).toHaveLength(1)
    first.process.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(first.output()).toContain('Stopping: finishing what is being saved.')
    const second = await start()
    expect((await callAt(second.address)('GET', '/api/health')).body).toMatchObject({
      status: 'ok',
      database: 'embedded',
    })
  })
})
