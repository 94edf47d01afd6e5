import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'
import { packageRoot, packageVersion } from '../operations/package-root.ts'
import { StartProblem } from './start-problem.ts'

type Applied = { number: number; name: string }
type Migration = { number: number; name: string; text: string }

/** An arbitrary number that is the same on every server. */
const migrationLock = 7_364_201

/** Applies the missing migrations, one transaction each, and returns their number. Safe when several servers start at once. */
export async function migrate(sql: postgres.Sql, folder = join(packageRoot, 'api', 'migrations')): Promise<number> {
  const known = await readMigrations(folder)
  // Most starts have nothing to apply and need no lock.
  const applied = await listApplied(sql).catch(noneWithoutTable)
  refuseUnknown(applied, known)
  if (applied.length === known.length) return 0
  let count = 0
  while (await applyNext(sql, known)) count++
  return count
}

/** Reads the applied migrations again under the lock: another server may have applied the next one. */
function applyNext(sql: postgres.Sql, known: Migration[]): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${migrationLock})`
    await tx`
      create table if not exists migrations (
        number integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )
    `
    const applied = await listApplied(tx)
    refuseUnknown(applied, known)
    const next = known[applied.length]
    if (!next) return false
    await tx.unsafe(next.text)
    await tx`insert into migrations (number, name) values (${next.number}, ${next.name})`
    return true
  }) as Promise<boolean>
}

const listApplied = (sql: postgres.Sql | postgres.TransactionSql) =>
  sql<Applied[]>`select number, name from migrations order by number`

function noneWithoutTable(failure: { code?: string }): Applied[] {
  if (failure.code === '42P01') return []
  throw failure
}

function refuseUnknown(applied: Applied[], known: Migration[]): void {
  const unknown = applied.find(
    (migration, i) => migration.number !== known[i]?.number || migration.name !== known[i]?.name,
  )
  if (!unknown) return
  throw new StartProblem(
    `The data belong to a newer version of Demo Hour (its step ${unknown.number}, "${unknown.name}", is not in this one, ${packageVersion}). Start that version, or set DATA_DIR to another folder, or DATABASE_URL to another database.`,
  )
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file, i) => {
      const [, digits, name] = file.match(/^(\d{4})_([\w-]+)\.sql$/) ?? []
      if (!name || Number(digits) !== i + 1) throw new Error(`${file}: migrations are 0001_name.sql, 0002_name.sql, …`)
      return { number: i + 1, name, text: await readFile(join(folder, file), 'utf8') }
    }),
  )
}
