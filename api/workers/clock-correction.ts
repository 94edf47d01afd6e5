import type { Database } from '../database/connect.ts'
import type { Clock } from '../operations/clock.ts'
import { shiftShow } from '../rules/show/shift-show.ts'
import { listRunningShows, lockEvent } from '../store/events.ts'
import { saveShow } from '../store/show.ts'

const checkEveryMs = 1_000
/** Above what a time service corrects bit by bit, below what a room would notice in the time of day. */
const leastStepMs = 2_000

export type ClockCorrection = {
  /** Adopts the machine's clock when it has stepped. Resolves once every running show has been shifted. */
  check(): Promise<void>
  stop(): void
}

/**
 * Follows a correction of the machine's clock, so that the time of day is right, and shifts what runs by the same amount. Only the
 * process that alone holds the data does so: of several servers on one PostgreSQL each would shift the same timer. There server time
 * stays anchored to the start.
 */
export function watchClock(
  db: Pick<Database, 'sql' | 'kind'>,
  clock: Clock,
  log: (failure: unknown) => void,
): ClockCorrection {
  let correcting: Promise<void> | undefined

  async function correct() {
    const byMs = Math.round(clock.driftMs())
    log(
      `The clock of this machine was set ${byMs > 0 ? 'forwards' : 'back'} by ${Math.round(Math.abs(byMs) / 1000)} s.`,
    )
    const shows = await listRunningShows(db.sql)
    let moved = false
    try {
      await db.sql.begin(async (tx) => {
        for (const { slug } of shows) {
          const { id, show } = await lockEvent(tx, slug)
          await saveShow(tx, id, shiftShow(show, byMs))
        }
        // Before the commit: its update makes the feed read the shifted timers, which must go out with the new time. A press that comes now
        // waits for the locked rows, and then meets both.
        clock.move(byMs)
        moved = true
      })
    } catch (failure) {
      if (moved) clock.move(-byMs)
      throw failure
    }
  }

  async function check() {
    if (db.kind !== 'embedded' || Math.abs(clock.driftMs()) < leastStepMs) return correcting
    correcting ??= correct().finally(() => {
      correcting = undefined
    })
    return correcting
  }

  const checking = setInterval(() => check().catch(log), checkEveryMs)
  checking.unref()
  return { check, stop: () => clearInterval(checking) }
}
