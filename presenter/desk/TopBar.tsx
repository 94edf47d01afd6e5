import { createMemo, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import { clockTime } from '../../web/core/words/clock-time.ts'
import { ConnectionLine } from '../parts/ConnectionLine.tsx'
import type { Desk } from './desk.ts'
import { type Plan, planWords } from './order/plan.ts'

export function TopBar(props: { desk: Desk; plan: Plan | undefined }) {
  const time = createMemo(() => clockTime(props.desk.nowMs()))
  const lateness = createMemo(() => (props.plan ? planWords(props.plan) : undefined))
  const running = () => {
    const phase = props.desk.stage()?.phase
    return phase === 'setup' || phase === 'live'
  }
  return (
    <header class="top">
      <h1 class="top-name" dir="auto">
        {props.desk.programme.event()?.name ?? 'The desk'}
      </h1>
      <p class="top-time figures">{time()}</p>
      <Show when={running() && props.desk.programme.entries().length > 0 && lateness()}>
        {(late) => (
          <p class="top-plan figures" classList={{ over: late().over }}>
            {late().words}
          </p>
        )}
      </Show>
      <span class="top-space" />
      <ConnectionLine connected={props.desk.connected()} />
      <button
        type="button"
        class="quiet"
        aria-expanded={props.desk.tray() === 'screens'}
        onClick={() => props.desk.toggleTray('screens')}
      >
        <Show when={props.desk.connected() && props.desk.listening()} fallback="Screens">
          {(count) => <>{countOf(count(), 'screen or phone', 'screens and phones')}</>}
        </Show>
      </button>
    </header>
  )
}
