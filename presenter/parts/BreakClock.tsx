import { createMemo, Show } from 'solid-js'
import { timerText } from '../../api/rules/show/timer.ts'
import * as styles from './clock.module.css'

type Props = { of: 'break' | 'showcase'; untilAt: string | null | undefined; nowMs: number }

const words = {
  break: { name: 'Break', left: 'until the break ends', over: 'The break is over' },
  showcase: { name: 'Showcase', left: 'until the showcase ends', over: 'The showcase is over' },
}

/** Time left of a break or showcase, or time since it should have ended; its name where it has no end. */
export function BreakClock(props: Props) {
  const untilMs = createMemo(() => (props.untilAt ? Date.parse(props.untilAt) : undefined))
  const leftMs = () => (untilMs() ?? 0) - props.nowMs
  const text = createMemo(() => timerText(leftMs()))
  const isOver = createMemo(() => leftMs() <= 0)
  return (
    <Show
      when={untilMs() !== undefined}
      fallback={
        <p class={styles.clockFigures} data-clock>
          {words[props.of].name}
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
        <p class={styles.clockWord}>{isOver() ? words[props.of].over : words[props.of].left}</p>
      </div>
    </Show>
  )
}
