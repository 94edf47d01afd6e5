import type postgres from 'postgres'

export type Database = {
  /** Column names are not transformed; `count()`, `avg()` and `bigint` come back as strings. */
  sql: postgres.Sql
  kind: 'embedded' | 'postgres'
  /** Delivers on commit and only then. Reconnects by itself; `onResume` then reports that payloads may have been missed. */
  listen(channel: string, onPayload: (payload: string) => void, onResume: () => void): Promise<void>
  /** Destroys every connection, with the queries that wait on it; new ones are opened on demand. */
  reconnect?(): void
  /** Waits for running queries, then closes. Safe to call again. */
  close(): Promise<void>
}
