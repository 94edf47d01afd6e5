import { createMemo, Show } from 'solid-js'
import { timerView } from '../../api/rules/show/timer.ts'
import type { StageTimer } from '../../api/schema/stage.ts'
import * as styles from './clock.module.css'
import { clockWord } from './clock-word.ts'

export function Clock(props: { timer: StageTimer; nowMs: number }) {
  const view = createMemo(() => timerView(props.timer, props.nowMs))
  const text = createMemo(() => view().text)
  const left = createMemo(() => `${Math.round((view().level === 'over' ? 1 : view().fraction) * 1000) / 10}%`)
  return (
    <div
      class={styles.clock}
      role="timer"
      data-level={view().level}
      data-state={props.timer.state}
      data-figures={Math.min(7, text().length)}
    >
      <div class={styles.clockFigures} data-clock>
        {text()}
      </div>
      <div class={styles.clockBar}>
        <i style={{ width: left() }} />
      </div>
      <p class={styles.clockWord}>
        <Show when={view().level !== 'go'}>
          <svg class={styles.clockShape} viewBox="0 0 20 20" aria-hidden="true">
            <path d={view().level === 'over' ? 'M6 1h8l5 5v8l-5 5H6l-5-5V6z' : 'M10 1.5 19 18H1z'} />
          </svg>
        </Show>
        {clockWord(props.timer, view())}
      </p>
    </div>
  )
}
