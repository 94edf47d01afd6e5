import type postgres from 'postgres'

export type Tables = Record<string, string>

/** Every row of every table as text: a refused call must leave all of it as it was. */
async function readRows(sql: postgres.Sql): Promise<Tables> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`
  if (tables.length < 10) throw new Error('These are not all tables.')
  const rowsOf = ({ name }: { name: string }) =>
    sql`select ${name}::text as name, coalesce(json_agg(t order by t::text), '[]')::text as rows from ${sql(name)} t`
  const all = await sql<{ name: string; rows: string }[]>`
    ${tables.map(rowsOf).reduce((some, rows) => sql`${some} union all ${rows}`)}`
  return Object.fromEntries(all.map(({ name, rows }) => [name, rows]))
}

/** Grows with every transaction that may change a row or its lock: while it stays, so does everything stored. */
async function readWriteCount(sql: postgres.Sql): Promise<string> {
  const [row] = await sql`select pg_snapshot_xmax(pg_current_snapshot())::text as next`
  return row!.next
}

export function createRowReader(sql: postgres.Sql): () => Promise<Tables> {
  let writes = ''
  let tables: Tables = {}
  return async () => {
    const now = await readWriteCount(sql)
    if (now !== writes) tables = await readRows(sql)
    writes = now
    return tables
  }
}
