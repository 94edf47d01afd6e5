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

/** Everything that a bench writes is in one folder, and everything it starts ends with it. */
const folder = mkdtempSync(join(tmpdir(), `demo-hour-bench-${process.pid}-`))
chmodSync(folder, 0o711)
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

export function stopWithBench<Child extends ChildProcess>(child: Child): Child {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

let folderCount = 0
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
  const path = join(folder, `data-${++folderCount}`)
  mkdirSync(path)
  return path
}

export async function freshDataDir(): Promise<string> {
  template ??= makeTemplate()
  const dataDir = emptyFolder()
  cpSync(await template, dataDir, { recursive: true })
  return dataDir
}

/** On a PostgreSQL server that syncs every commit to disk, as by default. */
export async function freshDatabase(): Promise<string> {
  server ??= startPostgresServer(join(folder, 'postgres'))
  const { url } = await server
  const name = `bench_${++folderCount}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin`create database ${admin(name)}`
  await admin.end()
  return Object.assign(new URL(url), { pathname: name }).href
}

export const stopPostgres = async () => (await server)?.stop()
