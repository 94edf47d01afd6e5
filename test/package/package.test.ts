import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../api/operations/package-root.ts'
import { installPackage } from '../../api/packaging/install-package.ts'
import { callAt } from '../support/call.ts'
import { type Program, startProgram } from '../support/program.ts'

describe('the installed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-hour-package-'))
  const command = join(folder, 'node_modules', '.bin', 'demo-hour')
  let program: Program | undefined
  beforeAll(() => {
    installPackage(folder)
  })
  afterEach(async () => {
    program?.process.kill('SIGKILL')
    await program?.ended
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' })
  const start = async () => {
    program = await startProgram({}, { folder, command: [command] })
    return program
  }
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))

  it('brings no tool for developers', () => {
    expect(readdirSync(join(folder, 'node_modules')).sort()).toEqual([
      '.bin',
      '.package-lock.json',
      '@electric-sql',
      'demo-hour',
    ])
  })

  it('starts, stores a ballot, ranks its archive and stops', async () => {
    const { address, output, process, ended } = await start()
    expect(output()).toContain('Demo Hour is open at')
    const call = callAt(address)
    expect((await call('GET', '/api/health')).body).toEqual({ status: 'ok', version, database: 'embedded' })
    expect(await (await fetch(`${address}/owner`)).text()).toContain('<script type="module"')
    expect(existsSync(join(folder, 'data', 'database'))).toBe(true)

    const owner = /owner#k=(\S+)/.exec(output())![1]!
    const { event, organiserKey } = (await call('POST', '/api/events', { name: 'Makers' }, owner)).body
    const path = `/api/events/${event.slug}`
    const { entry } = (await call('POST', `${path}/entries`, { title: 'Bins', team: 'Bins' }, organiserKey)).body
    const { judgeKey } = (await call('POST', `${path}/join`, { name: 'Ann' })).body
    for (const cue of ['open-doors', 'next']) await call('POST', `${path}/cues`, { cue }, organiserKey)
    const scores = Object.fromEntries(event.criteria.map(({ id, max }: { id: string; max: number }) => [id, max]))
    const ballot = { scores, editedAt: new Date().toISOString() }
    expect((await call('PUT', `${path}/ballots/${entry.id}`, ballot, judgeKey)).status).toBe(200)
    await call('POST', `${path}/cues`, { cue: 'close-scoring' }, organiserKey)
    const archive = join(folder, 'archive.json')
    writeFileSync(archive, JSON.stringify((await call('GET', `${path}/archive`, undefined, organiserKey)).body))
    process.kill('SIGTERM')
    expect(await ended).toBe(0)

    const ranked = run('rank', archive)
    expect(ranked.stderr).toBe('')
    expect(JSON.parse(ranked.stdout).standings).toEqual([expect.objectContaining({ entryId: entry.id, rank: 1 })])
  })

  it('plays the demo', async () => {
    program = await startProgram(
      {},
      {
        folder,
        command: [command, 'demo', '--speed', '20'],
        readyLine: /The stage +(\S+)\/present/,
      },
    )
    expect((await callAt(program.address)('GET', '/api/health')).status).toBe(200)
    program.process.kill('SIGTERM')
    expect(await program.ended).toBe(0)
  })

  it('prints its version and its commands, and answers a wrong command with one sentence', () => {
    expect(run('--version').stdout).toBe(`${version}\n`)
    for (const command of ['start', 'demo', 'rank', 'rehearse', 'showcase'])
      expect(run('--help').stdout).toMatch(new RegExp(`^  demo-hour ${command} `, 'm'))
    const wrong = run('serve')
    expect([wrong.status, wrong.stdout, wrong.stderr]).toEqual([
      2,
      '',
      'Demo Hour has no command “serve”. demo-hour --help lists the commands.\n',
    ])
  })
})
