import type postgres from 'postgres'

export type Database = {
  /** The one driver. Column names stay as they are; `count()`, `avg()` and `bigint` come back as strings. */
  sql: postgres.Sql
  kind: 'embedded' | 'postgres'
  /** Told on commit and only then, on either database. Resumes by itself; after a gap `onResume` asks to read everything again. */
  listen(channel: string, onPayload: (payload: string) => void, onResume: () => void): Promise<void>
  /** Lets go of every connection, whatever waits for an answer there, and opens new ones. */
  reconnect?(): void
  /** Finishes what runs, then stops. May be called again. */
  close(): Promise<void>
}
