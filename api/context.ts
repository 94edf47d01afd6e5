import type { Database } from './database/connect.ts'
import type { Limits } from './http/rate-limit.ts'
import type { BallotBox } from './live/ballot-batch.ts'
import type { Memory } from './live/event-cache.ts'
import type { Feed } from './live/feed.ts'
import type { Presence } from './live/presence.ts'
import type { ArchiveFolder } from './operations/archive-files.ts'
import type { Pulse } from './operations/database-health.ts'
import type { Metrics } from './operations/metrics.ts'
import type { Players } from './workers/rehearsal-runner.ts'

/** What every route is given: made once at the start, and by each test for itself. */
export type House = {
  db: Database
  box: BallotBox
  feed: Feed
  memory: Memory
  presence: Presence
  pulse: Pulse
  limits: Limits
  metrics: Metrics
  archives: ArchiveFolder
  players: Players
  /** The address that goes into codes and links, without a slash at its end. */
  address: string
  /** Names this process in the history. */
  instance: string
  version: string
  /** Server time, milliseconds since the epoch. */
  now: () => number
}
