import '../../web/ui/styles/base.css'
import '../../web/ui/styles/urdu.css'
import '../../web/ui/styles/font.css'
import { onCleanup, Show } from 'solid-js'
import { createNow } from '../../web/core/animation-clock.ts'
import { makeClock } from '../../web/core/clock.ts'
import { createFeed } from '../../web/core/feed/feed.ts'
import { followClock } from '../../web/core/follow-clock.ts'
import { slugOfPage } from '../../web/core/page-address.ts'
import { Clock } from '../parts/Clock.tsx'
import { judgesIn } from '../parts/words.ts'
import { teamOnAir } from './on-air.ts'
import * as styles from './overlay.module.css'

/** For a video stream: the team on stage over a transparent page of 1920 × 1080. It reads the snapshot that everyone may read. */
export function OverlayPage() {
  const clock = makeClock()
  clock.sync()
  onCleanup(clock.stop)
  const nowMs = createNow(clock)
  const feed = createFeed(slugOfPage())
  followClock(clock, feed)
  const team = () => {
    const stage = feed.stage()
    return stage && teamOnAir(stage)
  }
  return (
    <main class={styles.overlay}>
      <h1 class="spoken">The stream’s overlay</h1>
      <Show when={team()}>
        {(entry) => (
          <div class={styles.band}>
            <div class={styles.team}>
              <h2 dir="auto">{entry().team}</h2>
              <Show when={entry().summary || (entry().title !== entry().team && entry().title)}>
                {(pitch) => <p dir="auto">{pitch()}</p>}
              </Show>
            </div>
            <div class={styles.side}>
              <Clock timer={feed.stage()!.timer} nowMs={nowMs()} />
              <Show when={feed.stage()!.scoring.of > 0}>
                <p class={styles.count}>{judgesIn(feed.stage()!.scoring)}</p>
              </Show>
            </div>
          </div>
        )}
      </Show>
    </main>
  )
}
