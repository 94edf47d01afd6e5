import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectEmbedded } from '../../../api/database/embedded/connect-embedded.ts'
import { lockFolder, shortLockFolder } from '../../../api/database/embedded/folder-lock.ts'
import { packageRoot } from '../../../api/operations/package-root.ts'
import apiBuild from '../../../api/vite.config.ts'

const children = new Set<Child>()
const built = join(packageRoot, 'node_modules', '.cache', 'demo-hour', `child-${process.pid}`)
beforeAll(async () => {
  const { ssr } = apiBuild
  await build({
    ...{ configFile: false, root: packageRoot, publicDir: false, logLevel: 'warn', ssr },
    build: {
      ...{ ssr: true, target: 'node20', outDir: built },
      rolldownOptions: {
        input: {
          'database-child': 'test/api/database/database-child.ts',
          'embedded-worker': 'api/database/embedded/embedded-worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
})
afterAll(() => rmSync(built, { recursive: true, force: true }))
afterEach(async () => {
  await Promise.all([...children].map((child) => child.kill()))
})

describe('the embedded database', { timeout: 120_000 }, () => {
  it('syncs to disk at every commit, and only then', async () => {
    const database = await open(fresh())
    const { sql } = database
    await sql`create table saved (n integer)`
    const before = await database.countSyncs()
    for (let n = 0; n < 20; n++) await sql`insert into saved (n) values (${n})`
    const afterCommits = await database.countSyncs()
    for (let n = 0; n < 20; n++) await sql`select n from saved`
    const afterReads = await database.countSyncs()
    await database.close()
    expect(afterCommits - before).toBeGreaterThanOrEqual(20)
    expect(afterCommits - before).toBeLessThan(30)
    expect(afterReads - afterCommits).toBe(0)
  })

  it('loses nothing acknowledged when it is killed, and starts again at once', async () => {
    const dataDir = fresh()
    let acknowledged = 0
    for (let round = 0; round < 3; round++) {
      const child = start(dataDir)
      await child.says(`saved ${acknowledged + 25}`)
      await child.kill()
      acknowledged = Math.max(
        ...child.lines.flatMap(
          (line) =>
            line
              .match(/^saved (\d+)$/)
              ?.slice(1)
              .map(Number) ?? [],
        ),
      )
      expect(child.lines.filter((line) => line.includes('in use'))).toEqual([])
    }
    const { sql, close, countSyncs } = await open(dataDir)
    const syncs = await countSyncs()
    expect(syncs).toBeGreaterThan(10)
    expect(syncs).toBeLessThan(100)
    const [row] = await sql`select count(*)::int as count, max(n) as last from saved`
    await close()
    expect(acknowledged).toBeGreaterThanOrEqual(75)
    // The last row may be committed although its acknowledgement was lost.
    expect([acknowledged, acknowledged + 1]).toContain(row!.last)
    expect(row!.count).toBe(row!.last)
  })

  it.runIf(process.platform === 'linux')(
    'ends the process when it can save no more, and had acknowledged nothing unsaved (tried on Linux only, by /proc)',
    async () => {
      const dataDir = fresh()
      const child = start(dataDir)
      await child.says('saved 10')
      process.kill(child.pid!, 'SIGUSR2')
      await child.ends
      expect(child.lines.join('\n')).toMatch(/The embedded database stopped: could not write/)
      const { sql, close } = await open(dataDir)
      const [row] = await sql`select max(n) as last from saved`
      await close()
      expect(row!.last).toBeGreaterThanOrEqual(child.acknowledged())
    },
  )

  it('is refused to a second process with the name of the first', async () => {
    const dataDir = fresh()
    const first = start(dataDir)
    await first.says('open')
    const second = start(dataDir)
    await second.ends
    expect(second.lines.join()).toMatch(
      new RegExp(
        `^Demo Hour already runs with the data folder ${dataDir} \\(process ${first.pid} since \\d\\d:\\d\\d\\). Use that one, or stop it first. To start a second one beside it, set DATA_DIR to another folder.$`,
      ),
    )
  })

  it('is not taken for complete when its creation was interrupted', async () => {
    const dataDir = mkdtempSync(join(inject('folder'), 'fresh-'))
    const child = start(dataDir)
    await child.says('Creating the database')
    while (!existsSync(join(dataDir, 'database.unfinished', 'PG_VERSION'))) await sleep(5)
    await child.kill()
    expect(readdirSync(dataDir)).not.toContain('database')

    const logged: string[] = []
    const { sql, close } = await connectEmbedded({ dataDir, log: (line) => logged.push(line) })
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
    await close()
    expect(logged[0]).toBe('Creating the database (first start only, up to half a minute)…')
    expect(readdirSync(dataDir).sort()).toEqual(['database', 'lock'])
  })

  const broken: [string, (folder: string) => void, RegExp][] = [
    [
      'newer',
      (folder) => writeFileSync(join(folder, 'PG_VERSION'), '99\n'),
      /belongs to a newer version .*PostgreSQL 99/,
    ],
    ['incomplete', (folder) => rmSync(join(folder, 'PG_VERSION')), /it is not complete/],
    ['damaged', (folder) => rmSync(join(folder, 'global', 'pg_control')), /could not open file "global\/pg_control"/],
    [
      'garbled',
      (folder) => writeFileSync(join(folder, 'global', 'pg_control'), 'x'.repeat(8192)),
      /cannot be opened: \w/,
    ],
  ]
  it.each(broken)('reports that its files are %s, and releases the folder', async (_, harm, reason) => {
    const dataDir = fresh()
    harm(join(dataDir, 'database'))
    const refusal = await open(dataDir).catch((error: Error) => error)
    expect(refusal).toMatchObject({ name: 'StartProblem', message: expect.stringMatching(reason) })
    expect((refusal as Error).message).toContain(`The database in ${dataDir}/database cannot be opened: `)
    const lock = await lockFolder(dataDir)
    await lock.release()
  })

  it('reports a file that is in the place of its folder', async () => {
    const file = join(mkdtempSync(join(inject('folder'), 'file-')), 'file')
    writeFileSync(file, '')
    await expect(open(file)).rejects.toThrow(`A file is in the way of the data folder ${file}.`)
  })
})

describe('the lock of a data folder', { timeout: 120_000 }, () => {
  it('goes to exactly one of many processes at the same moment, despite any number of stale locks', async () => {
    const dataDir = fresh()
    for (let i = 0; i < 2; i++) {
      const dead = start(dataDir)
      await dead.says('open')
      await dead.kill()
    }
    expect(readdirSync(join(dataDir, 'lock'))).not.toEqual([])
    for (let round = 0; round < 20; round++) {
      const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(dataDir)))
      const won = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
      expect(won).toHaveLength(1)
      await won[0]!.release()
    }
    expect(readdirSync(join(dataDir, 'lock'))).toEqual([])
  })

  it('is found through another path to the same folder, and in a folder with a very long path', async () => {
    const dataDir = join(mkdtempSync(join(inject('folder'), 'long-')), 'x'.repeat(120))
    cpSync(inject('embedded').empty, dataDir, { recursive: true })
    const lock = await lockFolder(dataDir)
    await expect(lockFolder(join(dataDir, '..', 'x'.repeat(120)))).rejects.toThrow('already runs with the data folder')
    await lock.release()
    await (await lockFolder(dataDir)).release()
    rmdirSync(shortLockFolder(realpathSync(dataDir)))
  })
})

const fresh = () => {
  const dataDir = mkdtempSync(join(inject('folder'), 'data-'))
  cpSync(inject('embedded').empty, dataDir, { recursive: true })
  return dataDir
}

const open = (dataDir: string) => connectEmbedded({ dataDir, log: () => {} })

type Child = ReturnType<typeof start>

function start(dataDir: string) {
  const child: ChildProcess = spawn(process.execPath, [join(built, 'database-child.js'), dataDir], {
    stdio: 'pipe',
    env: { ...process.env, TMPDIR: inject('folder') },
  })
  const lines: string[] = []
  let rest = ''
  const read = (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop()!
    lines.push(...parts)
  }
  child.stdout!.setEncoding('utf8').on('data', read)
  child.stderr!.setEncoding('utf8').on('data', read)
  const ends = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const started = {
    pid: child.pid,
    lines,
    ends,
    acknowledged: () =>
      Math.max(
        0,
        ...lines.flatMap(
          (line) =>
            line
              .match(/^saved (\d+)$/)
              ?.slice(1)
              .map(Number) ?? [],
        ),
      ),
    async says(start: string) {
      while (!lines.some((line) => line.startsWith(start))) {
        if (child.exitCode !== null) throw new Error(`ended without saying "${start}": ${lines.join('\n')}`)
        await sleep(5)
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await ends
      children.delete(started)
    },
  }
  children.add(started)
  return started
}
