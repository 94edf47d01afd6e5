import { createEffect } from 'solid-js'
import type { Clock } from './clock.ts'
import type { Feed } from './feed/feed.ts'

/** The times in a stage's update follow the server's clock, so this page's clock follows it, too. */
export function followClock(clock: Pick<Clock, 'follow'>, feed: Pick<Feed, 'stage'>): void {
  createEffect(() => {
    const stage = feed.stage()
    if (stage) clock.follow(stage.now)
  })
}
