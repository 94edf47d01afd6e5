import { createMemo, onCleanup, onMount } from 'solid-js'
import { timerView } from '../../api/rules/show/timer.ts'
import type { StageSnapshot, StageTimer } from '../../api/schema/stage.ts'
import { createNow } from '../core/animation-clock.ts'
import { makeClock } from '../core/clock.ts'
import { followClock } from '../core/follow-clock.ts'
import * as styles from './room.module.css'

export function StageClock(props: { stage: StageSnapshot | undefined; timer: StageTimer }) {
  const clock = makeClock(2)
  const now = createNow(clock)
  followClock(clock, { stage: () => props.stage })
  const view = createMemo(() => timerView(props.timer, now()))
  const text = createMemo(() => view().text)
  const word = createMemo(() => {
    if (view().word) return view().word
    if (props.timer.state === 'ready') return 'Starts in a moment'
    if (props.timer.state === 'paused') return 'Paused'
    return props.timer.part === 'questions' ? 'Questions' : 'left'
  })
  onMount(() => clock.sync())
  onCleanup(() => clock.stop())
  return (
    <p class={styles.clock} data-level={view().level}>
      <span class={`${styles.clockText} figures`} role="timer" aria-label="Stage clock">
        {text()}
      </span>{' '}
      <span class={styles.clockWord}>{word()}</span>
    </p>
  )
}
