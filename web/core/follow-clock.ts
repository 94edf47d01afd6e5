import { createEffect } from 'solid-js'
import type { Clock } from './clock.ts'
import type { Feed } from './feed/feed.ts'

/** Moves this page's clock when the server's is corrected: the times in the same update have moved, too. */
export function followClock(clock: Pick<Clock, 'follow'>, feed: Pick<Feed, 'stage'>): void {
  createEffect(() => {
    const stage = feed.stage()
    if (stage) clock.follow(stage.now)
  })
}
