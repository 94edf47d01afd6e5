import type { Database } from './database.ts'
import { requirePatchedDriver } from './driver-patch.ts'
import { connectEmbedded } from './embedded/connect-embedded.ts'
import { connectPostgres } from './postgres.ts'

export type { Database } from './database.ts'
export { StartProblem } from './start-problem.ts'

export type ConnectOptions = {
  databaseUrl?: string
  /** The embedded database is in its folder `database`. */
  dataDir: string
  log: (line: string) => void
}

/** Throws a `StartProblem` with the reason when the database cannot be opened. */
export async function connect(options: ConnectOptions): Promise<Database> {
  requirePatchedDriver()
  return options.databaseUrl
    ? connectPostgres(options.databaseUrl)
    : connectEmbedded({ dataDir: options.dataDir, log: options.log })
}
