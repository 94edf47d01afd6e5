import type { Database } from './database/connect.ts'
import type { TrustedProxies } from './http/client-address.ts'
import type { Limits } from './http/rate-limit.ts'
import type { BallotBatch } from './live/ballot-batch.ts'
import type { Captions } from './live/captions.ts'
import type { EventCache } from './live/event-cache.ts'
import type { Feed } from './live/feed.ts'
import type { Presence } from './live/presence.ts'
import type { ArchiveExports } from './operations/archive-exports.ts'
import type { ArchiveFolder } from './operations/archive-files.ts'
import type { DatabaseHealth } from './operations/database-health.ts'
import type { Metrics } from './operations/metrics.ts'
import type { PhoneAddresses } from './operations/phone-addresses.ts'
import type { EventLimits } from './schema/limits.ts'
import type { EventSizes } from './store/event-sizes.ts'
import type { ClockCorrection } from './workers/clock-correction.ts'
import type { PeopleRemoval } from './workers/people-removal.ts'
import type { RehearsalRunner } from './workers/rehearsal-runner.ts'

/** What routes use; created once at the start, and by each test. */
export type AppContext = {
  db: Database
  ballotBatch: BallotBatch
  feed: Feed
  captions: Captions
  eventCache: EventCache
  presence: Presence
  databaseHealth: DatabaseHealth
  limits: Limits
  eventLimits: EventLimits
  eventSizes: EventSizes
  metrics: Metrics
  archives: ArchiveFolder
  archiveExports: ArchiveExports
  /** For files that are too large for memory and are deleted when they were read. */
  scratchFolder: string
  rehearsalRunner: RehearsalRunner
  trustedProxies: TrustedProxies
  /** The address that goes into codes and links, without a slash at its end. */
  address: string
  phoneAddresses: PhoneAddresses
  /** Names this process in the history. */
  instance: string
  version: string
  /** Whom to write to about this installation: an e-mail address or a web address. */
  contact: string | undefined
  clockCorrection: ClockCorrection
  peopleRemoval: PeopleRemoval
  /** Server time, milliseconds since the epoch. */
  now: () => number
}
