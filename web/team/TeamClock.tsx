import { createMemo } from 'solid-js'
import { timerView } from '../../api/rules/show/timer.ts'
import type { StageTimer } from '../../api/schema/stage.ts'
import { createNow } from '../core/animation-clock.ts'
import type { Clock } from '../core/clock.ts'
import * as styles from './team.module.css'

export function TeamClock(props: { clock: Clock; timer: StageTimer }) {
  const now = createNow(props.clock)
  const view = createMemo(() => timerView(props.timer, now()))
  const word = () => {
    if (view().word) return view().word
    if (props.timer.state === 'ready') return 'The clock has not started'
    if (props.timer.state === 'paused') return 'Paused'
    return props.timer.part === 'questions' ? 'Questions' : 'Your talk'
  }
  return (
    <div class={styles.teamTime} data-level={view().level} style={{ '--figures': view().text.length }}>
      <div class={styles.teamClock}>
        <p class={`${styles.teamClockText} figures`} role="timer">
          {view().text}
        </p>
        <p class={styles.teamClockWord}>{word()}</p>
      </div>
      <div class={styles.teamClockBar} aria-hidden="true">
        <span style={{ width: `${view().fraction * 100}%` }} />
      </div>
    </div>
  )
}
