import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { StartProblem } from '../../../api/database/connect.ts'
import { migrate } from '../../../api/database/migrate.ts'
import { packageRoot, packageVersion } from '../../../api/operations/package-root.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../support/databases.ts'

describe.each(databases)('a migration (%s)', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind, { empty: true })
  })
  afterAll(() => database.close())
  beforeEach(() => database.sql.unsafe('drop schema public cascade; create schema public'))

  const applied = () => database.sql`select number, name from migrations order by number`

  it('is applied once, in order, and only what is missing', async () => {
    const folder = folderOf({
      '0001_first.sql': 'create table first (id integer); create index on first (id)',
      '0002_second.sql': 'alter table first add column name text',
    })
    expect(await migrate(database.sql, folder)).toBe(2)
    expect(await migrate(database.sql, folder)).toBe(0)
    add(folder, { '0003_third.sql': "insert into first (id, name) values (1, 'it''s; here')" })
    expect(await migrate(database.sql, folder)).toBe(1)
    expect(await applied()).toEqual([
      { number: 1, name: 'first' },
      { number: 2, name: 'second' },
      { number: 3, name: 'third' },
    ])
    expect(await database.sql`select * from first`).toEqual([{ id: 1, name: "it's; here" }])
  })

  it('is applied once when several servers start at the same moment', async () => {
    const slow = 'select pg_sleep(0.05); create table'
    const folder = folderOf({ '0001_a.sql': `${slow} a (id integer)`, '0002_b.sql': `${slow} b (id integer)` })
    const others =
      kind === 'postgres' ? await Promise.all([1, 2].map(() => openTestDatabase(kind, { url: database.url }))) : []
    const servers = kind === 'postgres' ? [database, ...others] : [database, database]
    const counts = await Promise.all(servers.map(({ sql }) => migrate(sql, folder)))
    await Promise.all(others.map((other) => other.close()))
    expect(counts.reduce((sum, count) => sum + count)).toBe(2)
    expect(await applied()).toHaveLength(2)
  })

  it('that fails leaves no part of itself, and keeps the ones before', async () => {
    const folder = folderOf({
      '0001_good.sql': 'create table good (id integer)',
      '0002_bad.sql': 'create table half (id integer); select * from nowhere',
    })
    await expect(migrate(database.sql, folder)).rejects.toThrow('nowhere')
    expect(await applied()).toEqual([{ number: 1, name: 'good' }])
    expect(await database.sql`select to_regclass('half') as half`).toEqual([{ half: null }])
  })

  it('of a newer version is refused, and changes nothing', async () => {
    const older = { '0001_first.sql': 'create table first (id integer)' }
    await migrate(database.sql, folderOf({ ...older, '0002_later.sql': 'create table later (id integer)' }))
    const refusal = await migrate(database.sql, folderOf(older)).catch((error: Error) => error)
    expect(refusal).toBeInstanceOf(StartProblem)
    expect((refusal as Error).message).toBe(
      `The data belong to a newer version of Demo Hour (its step 2, "later", is not in this one, ${packageVersion}). Start that version, or set DATA_DIR to another folder, or DATABASE_URL to another database.`,
    )
    expect(await applied()).toHaveLength(2)
  })

  it('of another version with as many steps is refused', async () => {
    await migrate(database.sql, folderOf({ '0001_theirs.sql': 'create table theirs (id integer)' }))
    const refusal = migrate(database.sql, folderOf({ '0001_ours.sql': 'create table ours (id integer)' }))
    await expect(refusal).rejects.toThrow('its step 1, "theirs", is not in this one')
  })

  it('in this repository gives the tables of the test databases', async () => {
    expect(await migrate(database.sql)).toBe(readdirSync(join(packageRoot, 'api', 'migrations')).length)
    const migrated = await openTestDatabase(kind)
    const tables = (sql: TestDatabase['sql']) =>
      sql`select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`
    expect(await tables(migrated.sql)).toEqual(await tables(database.sql))
    await migrated.close()
  })
})

function folderOf(files: Record<string, string>): string {
  return add(mkdtempSync(join(inject('folder'), 'migrations-')), files)
}

function add(folder: string, files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
