import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { connect } from '../../api/database/connect.ts'
import { migrate } from '../../api/database/migrate.ts'
import { packageRoot } from '../../api/operations/package-root.ts'
import { buildIfChanged } from '../../api/packaging/build-if-changed.ts'
import { clearInterruptedRuns } from './interrupted-runs.ts'
import { startPostgresServer } from './postgres-server.ts'

export type Templates = { empty: string; migrated: string }

declare module 'vitest' {
  interface ProvidedContext {
    folder: string
    embedded: Templates
    postgres: Templates & { url: string }
    migrationProblem: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, problems, clear } = await provideEmbedded(project)
  const server = await makePostgres(join(folder, 'postgres'), problems)
  project.provide('postgres', server.templates)
  project.provide('migrationProblem', problems[0] ?? '')
  return async () => {
    await server.stop()
    clear()
  }
}

export async function provideEmbedded(
  project: TestProject,
): Promise<{ folder: string; problems: string[]; embedded: Templates; clear: () => void }> {
  buildIfChanged()
  clearInterruptedRuns('demo-hour-test')
  const folder = mkdtempSync(join(tmpdir(), `demo-hour-test-${process.pid}-`))
  chmodSync(folder, 0o711)
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', clear)

  const problems: string[] = []
  const embedded = await makeEmbedded(folder, problems)
  project.provide('folder', folder)
  project.provide('embedded', embedded)
  project.provide('migrationProblem', problems[0] ?? '')
  return { folder, problems, embedded, clear }
}

/** Cached between runs, because the first creation takes seconds; named by all that it depends on. */
async function makeEmbedded(folder: string, problems: string[]): Promise<Templates> {
  const cache = join(packageRoot, 'node_modules', '.cache', 'demo-hour')
  const engine = ['api/database/embedded/embedded-worker.ts', 'node_modules/@electric-sql/pglite/package.json']
  const templates = {
    empty: join(cache, `empty-${hash(engine)}`),
    migrated: join(cache, `migrated-${hash([...engine, 'api/database/migrate.ts', ...filesIn('api/migrations')])}`),
  }
  if (!existsSync(templates.empty)) {
    await make(templates.empty, async (dataDir) => (await connect({ dataDir, log: () => {} })).close())
  }
  if (!existsSync(templates.migrated)) {
    await make(templates.migrated, async (dataDir) => {
      cpSync(templates.empty, dataDir, { recursive: true })
      const { sql, close } = await connect({ dataDir, log: () => {} })
      await migrate(sql).catch((error: Error) => problems.push(error.message))
      await close()
    })
  }
  return templates

  /** Another run may create it at the same moment; either result serves. */
  async function make(path: string, fill: (dataDir: string) => Promise<void>): Promise<void> {
    const unfinished = join(folder, randomBytes(4).toString('hex'))
    await fill(unfinished)
    if (problems.length > 0) return
    clearOld(cache)
    cpSync(unfinished, `${path}.${process.pid}`, { recursive: true })
    rmSync(unfinished, { recursive: true })
    try {
      renameSync(`${path}.${process.pid}`, path)
    } catch {
      rmSync(`${path}.${process.pid}`, { recursive: true })
    }
  }
}

async function makePostgres(
  folder: string,
  problems: string[],
): Promise<{ templates: Templates & { url: string }; stop(): Promise<void> }> {
  const databaseUrl = process.env.TEST_DATABASE_URL
  const server = databaseUrl
    ? { url: databaseUrl, stop: async () => {} }
    : await startPostgresServer(folder, ['fsync=off'])
  const mark = randomBytes(4).toString('hex')
  const templates = { url: server.url, empty: 'template0', migrated: `demo_hour_template_${mark}` }

  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  const stop = async () => {
    if (databaseUrl) await admin`drop database if exists ${admin(templates.migrated)} with (force)`
    await admin.end({ timeout: 1 })
    await server.stop()
  }
  try {
    await admin`create database ${admin(templates.migrated)} template template0`
    const url = new URL(server.url)
    url.pathname = templates.migrated
    const { sql, close } = await connect({ databaseUrl: url.href, dataDir: '', log: () => {} })
    await migrate(sql).catch((error: Error) => problems.push(error.message))
    await close()
    return { templates, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(join(packageRoot, folder))
    .sort()
    .map((file) => join(folder, file))
}

function hash(files: string[]): string {
  const digest = createHash('sha256')
  for (const file of files) digest.update(`${file}\n`).update(readFileSync(join(packageRoot, file)))
  return digest.digest('hex').slice(0, 12)
}

function clearOld(cache: string): void {
  if (!existsSync(cache)) return
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true })
  }
}
