import { createMemo, Show } from 'solid-js'
import { timerText } from '../../api/rules/show/timer.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import * as styles from './clock.module.css'

export function BreakClock(props: { pause: StageSnapshot['pause']; nowMs: number }) {
  const untilMs = createMemo(() => (props.pause?.untilAt ? Date.parse(props.pause.untilAt) : undefined))
  const leftMs = () => (untilMs() ?? 0) - props.nowMs
  const text = createMemo(() => timerText(leftMs()))
  const isOver = createMemo(() => leftMs() <= 0)
  return (
    <Show
      when={untilMs() !== undefined}
      fallback={
        <p class={styles.clockFigures} data-clock>
          Break
        </p>
      }
    >
      <div
        class={styles.clock}
        role="timer"
        data-level={isOver() ? 'over' : 'go'}
        data-figures={Math.min(7, text().length)}
      >
        <div class={styles.clockFigures} data-clock>
          {text()}
        </div>
        <p class={styles.clockWord}>{isOver() ? 'The break is over' : 'until the break ends'}</p>
      </div>
    </Show>
  )
}
