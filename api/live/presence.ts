import { saveJudgesSeen } from '../store/judges/arrivals.ts'
import type { Query } from '../store/sql.ts'
import type { Feed } from './feed.ts'

const everyMs = 15_000

/**
 * Which judges are online, for the desk: each instance saves every 15 s which judges' phones listen to it. One that has stopped
 * saves nothing, so its judges go offline unless another instance has them.
 */
export function createPresence(sql: Query, feed: Pick<Feed, 'listeningJudges'>, log: (failure: unknown) => void) {
  const arrived = new Set<string>()
  const savePresence = (judgeIds: string[]) => {
    if (judgeIds.length > 0) saveJudgesSeen(sql, judgeIds).catch(log)
  }
  const often = setInterval(() => savePresence(feed.listeningJudges()), everyMs)
  often.unref()
  return {
    /** A judge's phone has connected. Connections within 250 ms are saved in one statement. */
    saw(judgeId: string): void {
      if (arrived.size === 0)
        setTimeout(() => {
          savePresence([...arrived])
          arrived.clear()
        }, 250).unref()
      arrived.add(judgeId)
    },
    stop: () => clearInterval(often),
  }
}

export type Presence = ReturnType<typeof createPresence>
