import { createEffect } from 'solid-js'
import type { Clock } from './clock.ts'
import type { Feed } from './feed/feed.ts'

/** Moves this page's clock with the server's when that one is corrected, together with the times that moved with it. */
export function followClock(clock: Pick<Clock, 'follow'>, feed: Pick<Feed, 'stage'>): void {
  createEffect(() => {
    const stage = feed.stage()
    if (stage) clock.follow(stage.now)
  })
}
