import type { Sql, TransactionSql } from 'postgres'

/** Either the pool or a transaction: stores take what they are given. */
export type Query = Sql | TransactionSql

/** Tells every instance, on commit and only then. The payload is read in feed.ts. */
export async function tell(
  sql: Query,
  eventId: string,
  what: 'stage' | 'count' | 'keys' | `judge ${string}` | `gone ${string}` | `forgotten ${string}` | 'unkept',
) {
  await sql`select pg_notify('updates', ${`${eventId} ${what}`})`
}
