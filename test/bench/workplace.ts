import type { ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { connect } from '../../api/database/connect.ts'
import { migrate } from '../../api/database/migrate.ts'
import { clearInterruptedRuns } from '../support/interrupted-runs.ts'
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts'

clearInterruptedRuns('demo-hour-bench')

/** All that a bench writes is in one folder, and all that it starts ends with it, however it ends. */
const folder = mkdtempSync(join(tmpdir(), `demo-hour-bench-${process.pid}-`))
// PostgreSQL may run as another user, who must get through.
chmodSync(folder, 0o711)
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

/** A child that goes when the bench goes. */
export function keep<Child extends ChildProcess>(child: Child): Child {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

let made = 0
let template: Promise<string> | undefined
let server: Promise<PostgresServer> | undefined

async function makeTemplate(): Promise<string> {
  const dataDir = join(folder, 'template')
  const { sql, close } = await connect({ dataDir, log: () => {} })
  await migrate(sql)
  await close()
  return dataDir
}

export function emptyFolder(): string {
  const path = join(folder, `data-${++made}`)
  mkdirSync(path)
  return path
}

/** A data folder with a fresh database in it: copied, as the first creation takes seconds. */
export async function freshDataDir(): Promise<string> {
  template ??= makeTemplate()
  const dataDir = emptyFolder()
  cpSync(await template, dataDir, { recursive: true })
  return dataDir
}

/** A database of its own on a PostgreSQL server that syncs every commit to disk, as it does unless told not to. */
export async function freshDatabase(): Promise<string> {
  server ??= startPostgresServer(join(folder, 'postgres'))
  const { url } = await server
  const name = `bench_${++made}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin`create database ${admin(name)}`
  await admin.end()
  return Object.assign(new URL(url), { pathname: name }).href
}

export const stopPostgres = async () => (await server)?.stop()
