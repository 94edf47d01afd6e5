import '../../web/ui/styles/base.css'
import '../../web/ui/styles/always-dark.css'
import '../../web/ui/styles/urdu.css'
import '../../web/ui/styles/font.css'
import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { timerView } from '../../api/rules/show/timer.ts'
import { createNow } from '../../web/core/animation-clock.ts'
import { createWakeLock } from '../../web/core/browser/wake-lock.ts'
import { makeClock } from '../../web/core/clock.ts'
import { createCaptions } from '../../web/core/feed/captions.ts'
import { createFeed } from '../../web/core/feed/feed.ts'
import { followClock } from '../../web/core/follow-clock.ts'
import { createLiveEvent } from '../../web/core/live-event.ts'
import { slugOfPage } from '../../web/core/page-address.ts'
import { ConnectionLine } from '../parts/ConnectionLine.tsx'
import { createFullScreen, toggleFullScreen } from '../parts/full-screen.ts'
import { letterKeysEnabled } from '../parts/letter-keys.ts'
import * as pictureStyles from '../parts/picture.module.css'
import { createReconciledList } from '../parts/reconciled-list.ts'
import { createFilmPlayer } from './film/film-player.ts'
import { StageFrame } from './StageFrame.tsx'
import { StageView } from './StageView.tsx'
import { reportSlides } from './slides/report-slides.ts'
import { createSlideDecks } from './slides/slide-decks.ts'
import * as stageStyles from './stage.module.css'
import { createStageNumber } from './stage-number.ts'
import { createTone } from './tone.ts'

const sleepHintMs = 60_000
const fullScreenHintMs = 15_000

export function StagePage() {
  const slug = slugOfPage()
  const clock = makeClock()
  clock.sync()
  onCleanup(clock.stop)
  const nowMs = createNow(clock)
  const feed = createFeed(slug)
  followClock(clock, feed)
  const liveEvent = createLiveEvent(slug, { everyCall: true })
  liveEvent.follow(feed)
  const captions = createCaptions(slug, () => liveEvent.event()?.captions === true, feed.connected)
  const entries = createReconciledList(liveEvent.entries)
  const wakeLock = createWakeLock()
  const mayFallAsleep = () => wakeLock() === 'refused'
  const full = createFullScreen()
  const showsFullScreenHint = createTimedFlag(fullScreenHintMs)
  const showsSleepHint = createTimedFlag(sleepHintMs)

  // Hints for the operator appear during set-up only, never under a team; and nothing appears under a winner.
  const settingUp = () => feed.stage()?.phase === 'setup'
  const showsResult = () => feed.stage()?.phase === 'revealing' || feed.stage()?.phase === 'final'

  const overtime = createMemo(() => {
    const stage = feed.stage()
    return stage?.timer.state === 'running' && timerView(stage.timer, nowMs()).level === 'over'
  })
  const tone = createTone(overtime)

  const decks = createSlideDecks(slug, feed.stage)
  reportSlides(slug, decks)
  const film = createFilmPlayer(slug, feed.stage, clock.now)

  const { number, sendKey } = createStageNumber(slug, full)
  const press = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.repeat) return
    const key = letterKeysEnabled() ? e.key.toLowerCase() : ''
    if (key === 'f') toggleFullScreen()
    else if (key === 's') tone.toggle()
    else sendKey(e)
  }
  addEventListener('keydown', press)
  onCleanup(() => removeEventListener('keydown', press))

  createEffect(() => {
    const event = liveEvent.event()
    if (event) document.title = `${event.name} · stage`
  })

  return (
    <main class={stageStyles.projection} data-screen="stage" onDblClick={toggleFullScreen}>
      <h1 class="spoken">The stage</h1>
      <Show
        when={feed.stage() && liveEvent.event()}
        fallback={
          <Waiting
            missing={liveEvent.problem()?.code === 'no-such-event'}
            gone={feed.gone() && liveEvent.event() !== undefined}
          />
        }
      >
        {(event) => (
          <StageFrame event={event()} captions={captions()}>
            <StageView
              stage={feed.stage()!}
              event={event()}
              entries={entries()}
              nowMs={nowMs()}
              small={false}
              film={film}
              decks={decks}
            />
          </StageFrame>
        )}
      </Show>
      <div class={stageStyles.cornerLine}>
        <ConnectionLine connected={feed.connected() || feed.gone() || showsResult()} />
        <Show when={tone.armed() && !showsResult()}>
          <p>Sound on</p>
        </Show>
        <Show when={settingUp() && showsFullScreenHint() && !full()}>
          <p>{letterKeysEnabled() ? 'F or a double click fills the screen' : 'A double click fills the screen'}</p>
        </Show>
        <Show when={settingUp() && showsSleepHint() && mayFallAsleep()}>
          <p>This screen may fall asleep: switch that off in the laptop’s settings, or use https</p>
        </Show>
      </div>
      <Show when={number()}>{(figure) => <p class={stageStyles.stageNumber}>{figure()}</p>}</Show>
    </main>
  )
}

function createTimedFlag(ms: number) {
  const [on, setOn] = createSignal(true)
  const ending = setTimeout(() => setOn(false), ms)
  onCleanup(() => clearTimeout(ending))
  return on
}

function Waiting(props: { missing: boolean; gone: boolean }) {
  const words = () => {
    if (props.gone) return 'This event has been deleted'
    return props.missing ? 'There is no event at this address' : 'One moment…'
  }
  return (
    <div class={pictureStyles.picture}>
      <p class={pictureStyles.waiting}>{words()}</p>
    </div>
  )
}
