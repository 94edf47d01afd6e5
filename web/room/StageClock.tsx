import { createMemo, onCleanup, onMount } from 'solid-js'
import { timerView } from '../../api/rules/show/timer.ts'
import type { StageTimer } from '../../api/schema/stage.ts'
import { createNow } from '../core/animation-clock.ts'
import { makeClock } from '../core/clock.ts'

/** How long the team on stage has left. A screen reader can read it, but is not interrupted each second. */
export function StageClock(props: { timer: StageTimer }) {
  const clock = makeClock(2)
  const now = createNow(clock)
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
    <p class="clock" data-level={view().level}>
      <span class="clock-text figures" role="timer" aria-label="Stage clock">
        {text()}
      </span>{' '}
      <span class="clock-word">{word()}</span>
    </p>
  )
}
