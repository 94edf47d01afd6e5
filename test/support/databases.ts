import { randomBytes } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { inject } from 'vitest'
import { connect, type Database } from '../../api/database/connect.ts'

export type DatabaseKind = Database['kind']

export const databases: DatabaseKind[] = ['embedded', 'postgres']

export const apiDatabase: DatabaseKind = process.env.API_DATABASE === 'embedded' ? 'embedded' : 'postgres'

/** `url`: a second server may join the PostgreSQL database. `dataDir`: a server may start again on the embedded one. */
export type TestDatabase = Database & { url?: string; dataDir?: string }

type Options = {
  url?: string
  empty?: boolean
}

export async function openTestDatabase(kind: DatabaseKind, options: Options = {}): Promise<TestDatabase> {
  const problem = inject('migrationProblem')
  if (problem && !options.empty) throw new Error(`The migrations cannot be applied: ${problem}`)
  const template = options.empty ? 'empty' : 'migrated'
  return kind === 'embedded' ? openEmbedded(template) : openPostgres(template, options.url)
}

async function openEmbedded(template: 'empty' | 'migrated'): Promise<TestDatabase> {
  const dataDir = join(inject('folder'), randomBytes(4).toString('hex'))
  cpSync(inject('embedded')[template], dataDir, { recursive: true })
  const database = await connect({ dataDir, log: () => {} })
  return {
    ...database,
    dataDir,
    async close() {
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function openPostgres(template: 'empty' | 'migrated', shared?: string): Promise<TestDatabase> {
  const url = shared ?? (await createDatabase(template))
  const database = await connect({ databaseUrl: url, dataDir: '', log: () => {} })
  return {
    ...database,
    url,
    async close() {
      await database.close()
      if (!shared) await asAdmin((admin) => admin`drop database if exists ${admin(nameIn(url))} with (force)`)
    },
  }
}

async function createDatabase(template: 'empty' | 'migrated'): Promise<string> {
  const url = new URL(inject('postgres').url)
  url.pathname = `demo_hour_test_${randomBytes(6).toString('hex')}`
  await asAdmin(
    (admin) => admin`create database ${admin(nameIn(url.href))} template ${admin(inject('postgres')[template])}`,
  )
  return url.href
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1)
}

async function asAdmin(work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(inject('postgres').url, { max: 1, onnotice: () => {} })
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
