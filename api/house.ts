import type { ArchiveFolder } from './archive-folder.ts'
import type { BallotBox } from './ballot-box.ts'
import type { Database } from './db/connect.ts'
import type { Feed } from './feed.ts'
import type { Limits } from './limits.ts'
import type { Memory } from './memory.ts'
import type { Metrics } from './metrics.ts'
import type { Players } from './players.ts'
import type { Presence } from './presence.ts'
import type { Pulse } from './pulse.ts'

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
