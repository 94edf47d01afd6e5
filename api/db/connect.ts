import type postgres from 'postgres'
import { connectEmbedded } from './embedded.ts'
import { connectPostgres } from './postgres.ts'

export { StartProblem } from './start-problem.ts'

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

export type ConnectOptions = {
  /** A PostgreSQL server, 15 or later; unset: the embedded one. */
  databaseUrl?: string
  /** Where the embedded database lives, in the folder `database`. */
  dataDir: string
  log: (line: string) => void
}

/** Opens the database, or throws a `StartProblem` that says why not. */
export function connect(options: ConnectOptions): Promise<Database> {
  return options.databaseUrl
    ? connectPostgres(options.databaseUrl)
    : connectEmbedded({ dataDir: options.dataDir, log: options.log })
}
