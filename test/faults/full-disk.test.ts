import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { callAt } from '../support/call.ts'
import { startPostgresServer } from '../support/postgres-server.ts'
import { type Program, startProgram } from '../support/program.ts'
import { openProxy } from '../support/proxy.ts'
import { owner } from '../support/show.ts'
import { type BusyShow, openBusyShow } from './busy-show.ts'
import { figure, long, seedOfThisTest } from './seed.ts'

function mountDisk(megabytes: number): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = mkdtempSync(join(inject('folder'), 'disk-'))
  const size = ['-o', `size=${megabytes}m,mode=755`]
  return spawnSync('mount', ['-t', 'tmpfs', ...size, 'none', folder]).status === 0 ? folder : undefined
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0
const full = 'phones keep their ballots, the server says what is wrong, and all is well once there is room'

describe(`when the disk is full${mayMount ? '' : ' (not tried: only root on Linux can mount a small one)'},`, {
  timeout: 400_000,
}, () => {
  const disks: string[] = []
  let program: Program
  afterAll(async () => {
    program?.process.kill('SIGKILL')
    await program?.ended
    for (const disk of disks) spawnSync('umount', ['-l', disk])
  })
  function disk(megabytes: number): string {
    const folder = mountDisk(megabytes)
    if (!folder) throw new Error('A small disk cannot be mounted here.')
    disks.push(folder)
    return folder
  }

  /** Writes real bytes, because a reserved size takes no room on the disk. */
  function fill(folder: string): string {
    const path = join(folder, 'holiday-pictures')
    const file = openSync(path, 'w')
    const bytes = Buffer.alloc(64 * 1024, 1)
    try {
      for (;;) writeSync(file, bytes)
    } catch (failure) {
      expect((failure as NodeJS.ErrnoException).code).toBe('ENOSPC')
    }
    closeSync(file)
    return path
  }

  async function play(folder: string, env: Record<string, string>): Promise<void> {
    const start = () => startProgram({ OWNER_KEY: owner, ...env })
    program = await start()
    const proxy = await openProxy(() => [program.address])
    const show: BusyShow = await openBusyShow({ address: proxy.url, judges: 8, seed: seedOfThisTest() })
    try {
      await show.expectProgress()
      const pictures = fill(folder)
      const from = performance.now()
      const health = () => callAt(proxy.url)('GET', '/api/health').then(({ status, body }) => `${status} ${body.title}`)
      const stopped = () => program.process.exitCode !== null
      // A ballot that needs no new page still fits; sooner or later one does not.
      await expect
        .poll(async () => String(stopped() || (await health().catch(() => ''))), { timeout: 200_000 })
        .toMatch(/^(true|503 The server(’s disk is full| cannot reach its database).*)$/)
      const saidMs = Math.round(performance.now() - from)
      const way = stopped() ? 'stopped' : 'went on'
      if (stopped()) expect(program.output()).toMatch(/The embedded database stopped: .*No space left on device/)
      else expect(program.output()).toMatch(/The disk of the database is full|The database does not answer/)
      const stand = show.acknowledgements()
      rmSync(pictures)
      if (stopped()) program = await start()
      await show.expectProgress()
      await show.check()
      await show.settle()
      await expect
        .poll(async () => (await callAt(proxy.url)('GET', '/api/health')).status, { timeout: 60_000 })
        .toBe(200)
      figure(`full disk, ${env.DATABASE_URL ? 'postgres' : 'embedded'}`, { way, saidMs, acknowledged: stand, lost: 0 })
    } finally {
      await show.close()
      await proxy.close()
      program.process.kill('SIGKILL')
      await program.ended
    }
  }

  it.runIf(mayMount)(`on embedded ${full}`, async () => {
    const folder = disk(110)
    cpSync(inject('embedded').migrated, folder, { recursive: true })
    await play(folder, { DATA_DIR: folder })
  })

  it.runIf(mayMount && long)(`on PostgreSQL ${full}`, async () => {
    const folder = disk(400)
    const server = await startPostgresServer(join(folder, 'server'))
    try {
      await play(folder, { DATABASE_URL: server.url, DATA_DIR: mkdtempSync(join(inject('folder'), 'full-')) })
    } finally {
      await server.stop()
    }
  })
})
