import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { callAt, owner } from '../../support/call.ts'
import { startPostgresServer } from '../../support/postgres-server.ts'
import { type Program, startProgram } from '../../support/program.ts'

function postgresTools(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const folders = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []
  const all = ['postgres', 'initdb', 'pg_dump', 'pg_restore', 'createdb']
  return folders.find((bin) => all.every((name) => existsSync(join(bin, name))))
}

describe('a backup as described in the README', () => {
  let folder: string
  let programs: Program[]
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-hour-backup-'))
    // PostgreSQL runs as another user, who needs to enter the folder.
    chmodSync(folder, 0o711)
    programs = []
  })
  afterEach(async () => {
    for (const { process } of programs) process.kill('SIGKILL')
    await Promise.all(programs.map(({ ended }) => ended))
    rmSync(folder, { recursive: true, force: true })
  })
  async function start(env: Record<string, string>): Promise<Program> {
    const program = await startProgram({ OWNER_KEY: owner, ...env })
    programs.push(program)
    expect(program.output()).toContain('Demo Hour is open')
    return program
  }
  async function call(address: string, method: string, path: string, body?: unknown, key = owner) {
    const answer = await callAt(address)(method, `/api${path}`, body, key)
    expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
    return answer.body
  }

  async function playShow(address: string) {
    const { event, organiserKey } = await call(address, 'POST', '/events', { name: 'Kept' })
    const path = `/events/${event.slug}`
    const cue = (name: string) => call(address, 'POST', `${path}/cues`, { cue: name }, organiserKey)
    const { entry } = await call(address, 'POST', `${path}/entries`, { team: 'Bin Day', title: 'Bins' }, organiserKey)
    const { judgeKey } = await call(address, 'POST', `${path}/judges`, { name: 'R. Ahmed' }, organiserKey)
    await cue('open-doors')
    await cue('next')
    const scores = Object.fromEntries(event.criteria.map(({ id }: { id: string }) => [id, 4]))
    const ballot = { scores, comment: 'Thank you', editedAt: new Date().toISOString() }
    await call(address, 'PUT', `${path}/ballots/${entry.id}`, ballot, judgeKey)
    await cue('close-scoring')
    return {
      readArchive: () => call(address, 'GET', `${path}/archive`, undefined, organiserKey),
      path,
      organiserKey,
      judgeKey,
    }
  }

  it('of the data folder is complete, symbolic links included, when it is copied to another place', async () => {
    const copy = join(folder, 'there')
    cpSync(inject('embedded').migrated, copy, { recursive: true })
    const first = await start({ DATA_DIR: copy })
    const show = await playShow(first.address)
    const before = await show.readArchive()
    first.process.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    cpSync(copy, join(folder, 'copy'), { recursive: true })
    rmSync(copy, { recursive: true })
    const second = await start({ DATA_DIR: join(folder, 'copy') })
    expect(await call(second.address, 'GET', `${show.path}/archive`, undefined, show.organiserKey)).toEqual(before)
    const { ballots } = await call(second.address, 'GET', `${show.path}/ballots`, undefined, show.judgeKey)
    expect(ballots).toHaveLength(1)
  })

  const bin = postgresTools()
  const where = bin ? '' : ' (not tried: this machine has no PostgreSQL with its pg_dump)'
  it.skipIf(!bin)(`by pg_dump comes back whole in another database, while the first one runs${where}`, async () => {
    const tool = (name: string) => join(bin!, name)
    const server = await startPostgresServer(join(folder, 'postgres'), ['fsync=off'], {
      postgres: tool('postgres'),
      initdb: tool('initdb'),
    })
    const run = (name: string, ...args: string[]) => {
      const { status, stderr } = spawnSync(tool(name), args, { encoding: 'utf8' })
      expect(status, stderr).toBe(0)
    }
    try {
      const other = new URL(server.url)
      other.pathname = '/restored'
      const first = await start({ DATABASE_URL: server.url, DATA_DIR: join(folder, 'a') })
      const show = await playShow(first.address)
      const before = await show.readArchive()
      run('pg_dump', '--format=custom', `--file=${join(folder, 'dump')}`, server.url)
      run('createdb', `--maintenance-db=${server.url}`, 'restored')
      run('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${other.href}`, join(folder, 'dump'))
      const second = await start({ DATABASE_URL: other.href, DATA_DIR: join(folder, 'b') })
      expect(await call(second.address, 'GET', `${show.path}/archive`, undefined, show.organiserKey)).toEqual(before)
    } finally {
      for (const { process } of programs) process.kill('SIGKILL')
      await Promise.all(programs.map(({ ended }) => ended))
      await server.stop()
    }
  })
})
