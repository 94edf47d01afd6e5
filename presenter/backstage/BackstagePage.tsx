import '../../web/ui/styles/base.css'
import '../../web/ui/styles/always-dark.css'
import '../../web/ui/styles/urdu.css'
import '../../web/ui/styles/font.css'
import { createEffect, createMemo, onCleanup, Show } from 'solid-js'
import { expectsStageShow } from '../../api/rules/show/showcase.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { createNow } from '../../web/core/animation-clock.ts'
import { createWakeLock } from '../../web/core/browser/wake-lock.ts'
import { makeClock } from '../../web/core/clock.ts'
import { eventZone } from '../../web/core/event-zone.ts'
import { createFeed } from '../../web/core/feed/feed.ts'
import { followClock } from '../../web/core/follow-clock.ts'
import { createLiveEvent } from '../../web/core/live-event.ts'
import { slugOfPage } from '../../web/core/page-address.ts'
import { clockTime } from '../../web/core/words/clock-time.ts'
import { zoneName } from '../../web/core/words/zone-words.ts'
import { PagePair } from '../../web/ui/slides/PagePair.tsx'
import { BreakClock } from '../parts/BreakClock.tsx'
import { Clock } from '../parts/Clock.tsx'
import { ConnectionLine } from '../parts/ConnectionLine.tsx'
import * as clockStyles from '../parts/clock.module.css'
import * as backstageStyles from './backstage.module.css'
import { HostScript } from './HostScript.tsx'
import { sceneWords } from './scene-words.ts'

function deckWords({ onDeckReady, showcase }: StageSnapshot): string {
  if (onDeckReady) return ' is ready'
  return showcase ? ' goes on stage next' : ', be ready'
}

export function BackstagePage() {
  const slug = slugOfPage()
  const clock = makeClock()
  clock.sync()
  onCleanup(clock.stop)
  const nowMs = createNow(clock)
  const feed = createFeed(slug)
  followClock(clock, feed)
  const liveEvent = createLiveEvent(slug, { everyCall: true })
  liveEvent.follow(feed)
  createWakeLock()
  const time = createMemo(() => clockTime(nowMs()))
  const zone = () => eventZone() && zoneName(eventZone()!)
  // Before the first team and after the last, the time of day replaces the stage clock.
  const presenting = () => {
    const stage = feed.stage()
    return stage?.phase === 'live' && stage.onStage ? stage : undefined
  }
  // From the close of scoring, the host's script replaces the clock.
  const scriptEvent = () => {
    const phase = feed.stage()?.phase
    return phase === 'closed' || phase === 'revealing' || phase === 'final' ? liveEvent.event() : undefined
  }
  const expectsTurns = () => {
    const event = liveEvent.event()
    return event === undefined || expectsStageShow(event, liveEvent.calledIds().size > 0)
  }
  const isShowcaseOver = () => !expectsTurns() && liveEvent.openIds().size > 0
  const waiting = () => {
    if (feed.gone() && liveEvent.event()) return 'This event has been deleted'
    return liveEvent.problem()?.code === 'no-such-event' ? 'There is no event at this address' : 'One moment…'
  }
  createEffect(() => {
    const event = liveEvent.event()
    if (event) document.title = `${event.name} · backstage`
  })

  return (
    <main class={backstageStyles.backstage}>
      <header class={backstageStyles.backstageTop}>
        <h1 class="spoken">Backstage</h1>
        <p class={backstageStyles.backstageNow} dir="auto">
          <Show when={feed.stage()} fallback={waiting()}>
            {(stage) => <>{[sceneWords(stage(), isShowcaseOver()), zone()].filter(Boolean).join(' · ')}</>}
          </Show>
        </p>
        <ConnectionLine connected={feed.connected() || feed.gone()} />
        <Show when={presenting() || scriptEvent()}>
          <p class={`${backstageStyles.backstageTime} figures`}>{time()}</p>
        </Show>
      </header>
      <Show when={scriptEvent()}>
        {(event) => <HostScript event={event()} stage={feed.stage()!} entries={liveEvent.entries()} />}
      </Show>
      <div class={backstageStyles.backstageClock} hidden={scriptEvent() !== undefined}>
        <Show
          when={presenting()}
          fallback={
            <Show
              when={feed.stage()?.showcase?.untilAt}
              fallback={
                <p class={`${clockStyles.clockFigures} ${backstageStyles.backstageWall}`} data-clock>
                  {time()}
                </p>
              }
            >
              {(untilAt) => <BreakClock of="showcase" untilAt={untilAt()} nowMs={nowMs()} />}
            </Show>
          }
        >
          {(stage) => (
            <Show when={stage().scene === 'break'} fallback={<Clock timer={stage().timer} nowMs={nowMs()} />}>
              <BreakClock of="break" untilAt={stage().pause?.untilAt} nowMs={nowMs()} />
            </Show>
          )}
        </Show>
      </div>
      <Show when={feed.stage()}>{(stage) => <PagePair slug={slug} stage={stage()} nowMs={nowMs()} />}</Show>
      <div class={backstageStyles.backstageMessage} role="status">
        <Show when={feed.stage()?.message}>{(message) => <p dir="auto">{message()}</p>}</Show>
      </div>
      <footer class={backstageStyles.backstageNext}>
        <Show
          when={feed.stage()?.phase === 'live' && expectsTurns() && feed.stage()?.onDeck}
          fallback={feed.stage()?.phase === 'live' && feed.stage()?.onStage && 'The last team'}
        >
          {(entry) => (
            <>
              <b dir="auto">{entry().team}</b>
              {deckWords(feed.stage()!)}
            </>
          )}
        </Show>
      </footer>
    </main>
  )
}
