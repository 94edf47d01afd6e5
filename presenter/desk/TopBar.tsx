import { createMemo, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import { clockTimeAndZone } from '../../web/core/words/zone-words.ts'
import { ConnectionLine } from '../parts/ConnectionLine.tsx'
import * as buttonsStyles from './buttons.module.css'
import * as deskStyles from './desk.module.css'
import type { Desk } from './desk.ts'
import { type Plan, planWords } from './order/plan.ts'

export function TopBar(props: { desk: Desk; plan: Plan | undefined }) {
  const time = createMemo(() => clockTimeAndZone(props.desk.nowMs()))
  const lateness = createMemo(() => (props.plan ? planWords(props.plan) : undefined))
  const running = () => {
    const phase = props.desk.stage()?.phase
    return phase === 'setup' || phase === 'live'
  }
  return (
    <header class={deskStyles.top}>
      <h1 class={deskStyles.topName} dir="auto">
        {props.desk.liveEvent.event()?.name ?? 'The desk'}
      </h1>
      <p class={`${deskStyles.topTime} figures`}>{time()}</p>
      <Show when={running() && props.desk.liveEvent.entries().length > 0 && lateness()}>
        {(late) => (
          <p class={`${deskStyles.topPlan} figures`} classList={{ [deskStyles.over]: late().over }}>
            {late().words}
          </p>
        )}
      </Show>
      <span class={deskStyles.topSpace} />
      <ConnectionLine connected={props.desk.connected()} />
      <button
        type="button"
        class={buttonsStyles.quiet}
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
