import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { House } from './context.ts'
import type { Database } from './database/connect.ts'
import { isDatabaseAway } from './http/problem.ts'
import { makeLimits } from './http/rate-limit.ts'
import { makeBallotBox } from './live/ballot-batch.ts'
import { makeMemory } from './live/event-cache.ts'
import { makeFeed } from './live/feed.ts'
import { keepPresence } from './live/presence.ts'
import { readDesk, readStage, readYou } from './live/snapshots.ts'
import { makeArchiveFolder } from './operations/archive-files.ts'
import { keepPulse } from './operations/database-health.ts'
import { makeMetrics } from './operations/metrics.ts'
import { packageVersion } from './operations/package-root.ts'
import { saveBallots } from './store/ballots.ts'
import { makePlayers } from './workers/rehearsal-runner.ts'

/** Puts the parts together around an open, migrated database, and begins to hear what commits tell. */
export async function openHouse(
  db: Database,
  address: string,
  log: (failure: unknown) => void,
  dataDir: string,
): Promise<House> {
  const instance = randomBytes(4).toString('hex')
  const source = { db, now: Date.now }
  // While the database is away it is said once, by the pulse.
  const logBug = (failure: unknown) => {
    if (!isDatabaseAway(failure)) log(failure)
  }
  const text = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value))
  const feed = makeFeed(
    {
      stage: (eventId) => readStage(source, { eventId }),
      desk: async (eventId, listening) => text(await readDesk(source, eventId, listening)),
      you: async (eventId, judgeId) => text(await readYou(source, eventId, judgeId)),
    },
    logBug,
  )
  const memory = makeMemory(db.sql)
  const archives = makeArchiveFolder({
    ...{ sql: db.sql, folder: join(dataDir, 'archives'), instance, now: Date.now, log },
  })
  const players = makePlayers(db.sql, logBug)
  await db.listen(
    'updates',
    (payload) => {
      memory.hear(payload)
      archives.hear(payload)
      feed.hear(payload)
      players.hear(payload)
    },
    () => {
      memory.forgetAll()
      feed.resume()
    },
  )
  const presence = keepPresence(db.sql, feed, logBug)
  const pulse = keepPulse(db, { away: feed.away, back: feed.back, log })
  const metrics = makeMetrics({ version: packageVersion, database: db.kind, instance })
  const box = makeBallotBox(async (ballots) => {
    const startedMs = performance.now()
    const outcomes = await saveBallots(db.sql, ballots, instance)
    metrics.committed(ballots.length, (performance.now() - startedMs) / 1000)
    pulse.saved()
    return outcomes
  })
  return {
    db,
    box,
    feed,
    memory,
    presence,
    archives,
    pulse,
    players,
    metrics,
    limits: makeLimits(),
    address,
    instance,
    version: packageVersion,
    now: Date.now,
  }
}
