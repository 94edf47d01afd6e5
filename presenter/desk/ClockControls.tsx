import { Show } from 'solid-js'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { BreakClock } from '../parts/BreakClock.tsx'
import { Clock } from '../parts/Clock.tsx'
import { minutesAndSeconds } from '../parts/words.ts'
import * as buttonsStyles from './buttons.module.css'
import * as deskStyles from './desk.module.css'
import type { Desk } from './desk.ts'
import { Key } from './keys/Key.tsx'
import * as showStyles from './show.module.css'

export function ClockControls(props: { desk: Desk; stage: StageSnapshot }) {
  const timer = () => props.stage.timer
  const onBreak = () => props.stage.scene === 'break'
  const questionsMs = () =>
    (props.stage.onStage?.questionsSeconds ?? props.desk.liveEvent.event()?.questionsSeconds ?? 0) * 1000
  const startWord = () => {
    if (onBreak()) return 'End the break'
    return timer().state === 'running' ? 'Pause' : timer().state === 'paused' ? 'Go on' : 'Start'
  }
  return (
    <div class={showStyles.clockControls} data-clock-controls>
      <Show when={onBreak()} fallback={<Clock timer={timer()} nowMs={props.desk.nowMs()} />}>
        <BreakClock of="break" untilAt={props.stage.pause?.untilAt} nowMs={props.desk.nowMs()} />
      </Show>
      <div class={deskStyles.row}>
        <button type="button" class={buttonsStyles.button} onClick={() => props.desk.press('start-pause')}>
          {startWord()} <Key name="Space" />
        </button>
        <button type="button" class={buttonsStyles.button} onClick={() => props.desk.press('more-time')}>
          +1 <span class="spoken">minute</span> <Key name="+" />
        </button>
        <button type="button" class={buttonsStyles.button} onClick={() => props.desk.press('less-time')}>
          −1 <span class="spoken">minute</span> <Key name="−" />
        </button>
      </div>
      <Show when={!onBreak()}>
        <div class={deskStyles.row}>
          <Show when={questionsMs() > 0 && timer().part === 'talk'}>
            <button type="button" class={buttonsStyles.button} onClick={() => props.desk.press('questions')}>
              Questions {minutesAndSeconds(questionsMs())} <Key name="T" />
            </button>
          </Show>
          <Show when={timer().state !== 'ready' || timer().part === 'questions'}>
            <button
              type="button"
              class={`${buttonsStyles.button} ${buttonsStyles.quiet}`}
              onClick={() => props.desk.cues.send({ cue: 'reset-timer' })}
            >
              Reset
            </button>
          </Show>
        </div>
      </Show>
    </div>
  )
}
