import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { AppContext } from './context.ts'
import type { Database } from './database/connect.ts'
import { loopback, trustProxies } from './http/client-address.ts'
import { isDatabaseAway } from './http/problem.ts'
import { makeLimits } from './http/rate-limit.ts'
import { createBallotBatch } from './live/ballot-batch.ts'
import { createCaptions } from './live/captions.ts'
import { createEventCache } from './live/event-cache.ts'
import { makeFeed } from './live/feed.ts'
import { createPresence } from './live/presence.ts'
import { readDesk, readStage, readYou } from './live/snapshots.ts'
import { parseUpdate, updatesChannel } from './live/updates.ts'
import { createArchiveExports } from './operations/archive-exports.ts'
import { makeArchiveFolder } from './operations/archive-files.ts'
import { type Clock, createClock } from './operations/clock.ts'
import { watchDatabase } from './operations/database-health.ts'
import { createMetrics } from './operations/metrics.ts'
import { packageVersion } from './operations/package-root.ts'
import { createPhoneAddresses } from './operations/phone-addresses.ts'
import { eventLimits } from './schema/limits.ts'
import { createEventSizes } from './store/event-sizes.ts'
import { listValidKeys } from './store/keys.ts'
import { saveBallots } from './store/save-ballots.ts'
import { watchClock } from './workers/clock-correction.ts'
import { createPeopleRemoval } from './workers/people-removal.ts'
import { createRehearsalRunner } from './workers/rehearsal-runner.ts'

/** Creates the context on an open, migrated database, and subscribes to updates. */
export async function createContext(
  db: Database,
  address: string,
  log: (failure: unknown) => void,
  dataDir: string,
  clock: Clock = createClock(),
  trustedProxies = trustProxies(loopback),
): Promise<AppContext> {
  const instance = randomBytes(4).toString('hex')
  const source = { db, now: clock.now }
  // While the database is away, databaseHealth logs that once.
  const logBug = (failure: unknown) => {
    if (!isDatabaseAway(failure)) log(failure)
  }
  const text = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value))
  const feed = makeFeed(
    {
      stage: (eventId) => readStage(source, { eventId }),
      desk: (eventId, listening) => readDesk(source, eventId, listening),
      you: async (eventId, judgeId) => text(await readYou(source, eventId, judgeId)),
      workingKeys: (hashes) => listValidKeys(db.sql, hashes),
    },
    logBug,
  )
  const captions = createCaptions()
  const eventCache = createEventCache(db.sql)
  const archives = makeArchiveFolder({
    ...{ sql: db.sql, folder: join(dataDir, 'archives'), instance, now: clock.now, log },
  })
  const scratchFolder = join(dataDir, 'scratch')
  const rehearsalRunner = createRehearsalRunner(db.sql, logBug)
  await db.listen(
    updatesChannel,
    (payload) => {
      const update = parseUpdate(payload)
      if (!update) return
      // The cache first: the others read through it.
      for (const part of [eventCache, archives, feed, captions, rehearsalRunner]) part.apply(update)
    },
    () => {
      eventCache.forgetAll()
      feed.resume()
    },
  )
  const clockCorrection = watchClock(db, clock, logBug)
  const presence = createPresence(db.sql, feed, logBug)
  const databaseHealth = watchDatabase(db, {
    onLost: feed.announceDatabaseLost,
    onRestored: feed.announceDatabaseRestored,
    log,
  })
  const metrics = createMetrics({ version: packageVersion, database: db.kind, instance })
  const ballotBatch = createBallotBatch(async (ballots) => {
    const startedMs = performance.now()
    const outcomes = await saveBallots(db.sql, ballots, instance)
    metrics.countCommit(ballots.length, (performance.now() - startedMs) / 1000)
    databaseHealth.saved()
    return outcomes
  })
  const eventSizes = createEventSizes(db.sql, logBug)
  const limitsOfEvents = { ...eventLimits }
  const peopleRemoval = createPeopleRemoval(
    { db, instance, eventSizes, eventLimits: limitsOfEvents, eventCache, archives },
    logBug,
  )
  return {
    db,
    ballotBatch,
    feed,
    captions,
    eventCache,
    presence,
    archives,
    eventSizes,
    archiveExports: createArchiveExports(db.sql, scratchFolder),
    scratchFolder,
    databaseHealth,
    rehearsalRunner,
    metrics,
    limits: makeLimits(),
    eventLimits: limitsOfEvents,
    trustedProxies,
    address,
    phoneAddresses: createPhoneAddresses(dataDir, () => [{ name: 'This computer', address, isLikely: true }]),
    instance,
    version: packageVersion,
    contact: undefined,
    now: clock.now,
    clockCorrection,
    peopleRemoval,
  }
}
