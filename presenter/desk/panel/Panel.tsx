import { createSignal, For, Show } from 'solid-js'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as orderStyles from '../order/order.module.css'
import { Member } from './Member.tsx'
import * as panelStyles from './panel.module.css'
import { RemoveRecent } from './RemoveRecent.tsx'
import { SameNames } from './SameNames.tsx'

/** With this many judges, made-up judges may be among them. */
const manyJudges = 10

export function Panel(props: { desk: Desk }) {
  const [later, setLater] = createSignal<string[]>([])
  const waiting = () => props.desk.panel().filter((judge) => judge.status === 'waiting')
  const shownWaiting = () => waiting().filter((judge) => !later().includes(judge.id))
  const members = () => props.desk.panel().filter((judge) => judge.status === 'admitted')
  const present = () => members().filter((judge) => judge.arrived)
  const absent = () => members().filter((judge) => !judge.arrived)
  const scoring = () => props.desk.stage()?.scoring
  return (
    <section class={panelStyles.panel} aria-labelledby="panel-title">
      <div class={orderStyles.columnHead}>
        <h2 id="panel-title">Panel</h2>
        <span class="figures">
          {props.desk.stage()?.onStage?.warmUp === false
            ? `${scoring()?.in} of ${scoring()?.of} in`
            : `${present().length} here`}
        </span>
      </div>
      <div class={panelStyles.panelList}>
        <For each={shownWaiting()}>
          {(judge) => (
            <div class={panelStyles.request}>
              <p>
                <b dir="auto">{judge.name}</b> wants to judge
              </p>
              <Show when={judge.claim}>
                {(claim) => (
                  <p class={deskStyles.small}>
                    {claim().removed ? 'A judge of this name or phone was removed: ' : 'Says they are on your list: '}
                    <b dir="auto">{claim().name}</b>
                  </p>
                )}
              </Show>
              <p class={`${deskStyles.small} dim`} dir="auto">
                {[judge.role, judge.organisation].filter(Boolean).join(', ')}
              </p>
              <div class={deskStyles.row}>
                <button
                  type="button"
                  class={buttonsStyles.button}
                  onClick={() => props.desk.judges.change(judge.id, 'admit')}
                >
                  Admit
                </button>
                <button
                  type="button"
                  class={buttonsStyles.button}
                  onClick={() => setLater((ids) => [...ids, judge.id])}
                >
                  Not now
                </button>
              </div>
            </div>
          )}
        </For>
        <Show when={waiting().length > shownWaiting().length}>
          <button type="button" class={buttonsStyles.quiet} onClick={() => setLater([])}>
            {waiting().length - shownWaiting().length} waiting: show them again
          </button>
        </Show>
        <Show when={present().length + waiting().length >= manyJudges}>
          <RemoveRecent desk={props.desk} />
        </Show>
        <SameNames desk={props.desk} judges={members()} />
        <Show when={props.desk.panel().length === 0}>
          <p class={`dim ${deskStyles.empty}`}>No judges yet. They join with the code on the welcome screen.</p>
        </Show>
        <ul class={panelStyles.members}>
          <For each={present()}>{(judge) => <Member desk={props.desk} judge={judge} />}</For>
        </ul>
        <Show when={absent().length > 0}>
          <h3 class={`${deskStyles.small} dim ${panelStyles.notHere}`}>On the list, not here yet</h3>
          <ul class={`${panelStyles.members} ${panelStyles.notHere}`}>
            <For each={absent()}>{(judge) => <Member desk={props.desk} judge={judge} />}</For>
          </ul>
        </Show>
      </div>
    </section>
  )
}
