import { sawJudges } from '../store/judges.ts'
import type { Query } from '../store/sql.ts'
import type { Feed } from './feed.ts'

const everyMs = 15_000

/**
 * Who of the panel is there, for the desk: each instance says now and then which judges' phones listen to it. One that has stopped
 * says nothing, so its judges go offline by themselves unless another instance has them.
 */
export function keepPresence(sql: Query, feed: Pick<Feed, 'listeningJudges'>, log: (failure: unknown) => void) {
  const arrived = new Set<string>()
  const say = (judgeIds: string[]) => {
    if (judgeIds.length > 0) sawJudges(sql, judgeIds).catch(log)
  }
  const often = setInterval(() => say(feed.listeningJudges()), everyMs)
  often.unref()
  return {
    /** A judge's phone has just begun to listen. Two hundred that come at once are one statement. */
    saw(judgeId: string): void {
      if (arrived.size === 0)
        setTimeout(() => {
          say([...arrived])
          arrived.clear()
        }, 250).unref()
      arrived.add(judgeId)
    },
    stop: () => clearInterval(often),
  }
}

export type Presence = ReturnType<typeof keepPresence>
