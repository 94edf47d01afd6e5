import { saveJudgesSeen } from '../store/judges/arrivals.ts'
import type { Query } from '../store/sql.ts'
import type { Feed } from './feed.ts'

const intervalMs = 15_000

/** Saves every 15 s which judges' phones are connected to this instance. A stopped instance saves nothing, so its judges go offline. */
export function createPresence(sql: Query, feed: Pick<Feed, 'listeningJudges'>, log: (failure: unknown) => void) {
  const connected = new Set<string>()
  const savePresence = (judgeIds: string[]) => {
    if (judgeIds.length > 0) saveJudgesSeen(sql, judgeIds).catch(log)
  }
  const interval = setInterval(() => savePresence(feed.listeningJudges()), intervalMs)
  interval.unref()
  return {
    /** A judge's phone has connected. Connections within 250 ms are saved in one statement. */
    connect(judgeId: string): void {
      if (connected.size === 0)
        setTimeout(() => {
          savePresence([...connected])
          connected.clear()
        }, 250).unref()
      connected.add(judgeId)
    },
    stop: () => clearInterval(interval),
  }
}

export type Presence = ReturnType<typeof createPresence>
