import { onCleanup, Show } from 'solid-js'
import { createNow } from '../../web/core/animation-clock.ts'
import { createWakeLock } from '../../web/core/browser/wake-lock.ts'
import { makeClock } from '../../web/core/clock.ts'
import { createFeed } from '../../web/core/feed/feed.ts'
import { followClock } from '../../web/core/follow-clock.ts'
import { sceneWords } from '../backstage/scene-words.ts'
import { createCueSender } from '../desk/cue-sender.ts'
import { actionFor } from '../desk/keys/key-bindings.ts'
import { createNoticeLine } from '../desk/notice.ts'
import { createRequests } from '../desk/requests.ts'
import { createDeskSlides } from '../desk/slides/desk-slides.ts'
import { BreakClock } from '../parts/BreakClock.tsx'
import { Clock } from '../parts/Clock.tsx'
import { ConnectionLine } from '../parts/ConnectionLine.tsx'
import * as styles from './remote.module.css'

type RemotePress = 'next' | 'start-pause' | 'more-time' | 'back' | 'slides' | 'film'

export function RemoteControl(props: { slug: string }) {
  const clock = makeClock()
  clock.sync()
  onCleanup(clock.stop)
  const nowMs = createNow(clock)
  const feed = createFeed(props.slug)
  followClock(clock, feed)
  createWakeLock()
  const noticeLine = createNoticeLine(() => feed.stage())
  const cues = createCueSender(props.slug, feed, createRequests(noticeLine), noticeLine)
  const slides = createDeskSlides(props.slug, feed, nowMs, noticeLine)
  const stage = () => feed.stage()

  /** The press that `next` asked to confirm, with the scene in which it did. */
  let confirming: string | undefined

  /** Each press means what it means at the desk, but for the judges still scoring, whom the desk alone knows. */
  function press(name: RemotePress) {
    const now = stage()
    if (!now) return noticeLine.notify('One moment: this remote control is still reaching the server.')
    const situation = `${name}/${now.scene}`
    const isRepeat = confirming === situation && noticeLine.notice()?.tone === 'confirm'
    confirming = undefined
    const known = {
      expectedJudges: [],
      chosen: undefined,
      hasFilm: now.onStage?.film != null,
      filmShown: now.film !== null,
      isRepeat,
    }
    const action = actionFor(name, { stage: now, nowMs: nowMs(), ...known })
    if ('cue' in action) return void slides.answered().then(() => cues.send(action.cue))
    if ('notice' in action) return noticeLine.notify(action.notice, 'info', name)
    confirming = situation
    noticeLine.notify(action.confirm, 'confirm', name)
  }
  const startWord = () => {
    if (stage()?.scene === 'break') return 'End the break'
    const state = stage()?.timer.state
    return state === 'running' ? 'Pause' : state === 'paused' ? 'Go on' : 'Start'
  }
  const nextWord = () => {
    if (stage()?.phase === 'setup') return 'Open the doors'
    return stage()?.scene === 'blank' ? 'Show it again' : 'Next team'
  }
  /** After the close it only ends a break and brings back a dark stage. */
  const movesShow = () => {
    const now = stage()
    return !now || ['setup', 'live'].includes(now.phase) || now.scene === 'break' || now.scene === 'blank'
  }
  const liveEntry = () => (stage()?.phase === 'live' ? stage()?.onStage : undefined)
  return (
    <Show when={!feed.gone()} fallback={<p>This event has been deleted.</p>}>
      <header class={styles.state}>
        <p class={styles.scene} dir="auto">
          {stage() ? sceneWords(stage()!, false) : 'Reaching the server…'}
        </p>
        <Show
          when={stage()?.scene !== 'break'}
          fallback={<BreakClock of="break" untilAt={stage()?.pause?.untilAt} nowMs={nowMs()} />}
        >
          <Show when={liveEntry() && stage()}>{(now) => <Clock timer={now().timer} nowMs={nowMs()} />}</Show>
        </Show>
        <Show when={stage()?.phase === 'live' && stage()?.onDeck}>
          {(entry) => (
            <p class="dim">
              Next: <b dir="auto">{entry().team}</b>
            </p>
          )}
        </Show>
        <ConnectionLine connected={feed.connected()} />
      </header>
      <p class={styles.notice} role="status">
        {noticeLine.notice()?.words}
      </p>
      <Show when={movesShow()} fallback={<p>Scoring has closed. From here the desk moves the show.</p>}>
        <div class={styles.buttons}>
          <button type="button" class={`${styles.button} ${styles.main}`} onClick={() => press('next')}>
            {nextWord()}
          </button>
          <button type="button" class={styles.button} onClick={() => press('start-pause')}>
            {startWord()}
          </button>
          <button type="button" class={styles.button} onClick={() => press('more-time')}>
            +1 min
          </button>
          <button type="button" class={`${styles.button} ${styles.wide}`} onClick={() => press('back')}>
            Back
          </button>
        </div>
      </Show>
      <Show when={liveEntry()?.slides}>
        <div class={styles.slides}>
          <Show when={stage()?.slides}>
            {(shown) => (
              <>
                <button type="button" class={styles.button} onClick={() => slides.turn(-1)}>
                  Page back
                </button>
                <p class="figures">
                  Page {slides.page()} of {shown().of}
                </p>
                <button type="button" class={styles.button} onClick={() => slides.turn(1)}>
                  Next page
                </button>
              </>
            )}
          </Show>
          <button type="button" class={`${styles.button} ${styles.wide}`} onClick={() => press('slides')}>
            {stage()?.slides ? 'Hide slides' : 'Show slides'}
          </button>
        </div>
      </Show>
      <Show when={liveEntry() && (liveEntry()?.film || stage()?.film)}>
        <div class={styles.slides}>
          <button type="button" class={`${styles.button} ${styles.wide}`} onClick={() => press('film')}>
            {stage()?.film ? 'Stop the film' : 'Play the film'}
          </button>
        </div>
      </Show>
    </Show>
  )
}
