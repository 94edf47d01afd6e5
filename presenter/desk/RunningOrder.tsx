import { createEffect, createSignal, For, on, Show } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import { lengthText, wallTime } from '../parts/words.ts'
import type { Desk } from './desk.ts'
import type { Plan } from './plan.ts'

/** The evening in order: how long each team took, who is on, and when the others are due. */
export function RunningOrder(props: { desk: Desk; plan: Plan | undefined }) {
  const [moving, setMoving] = createSignal(false)
  let list!: HTMLOListElement
  const entries = () => props.desk.programme.entries()
  const live = () => props.desk.stage()?.phase === 'live' || props.desk.stage()?.phase === 'setup'
  const onStageId = () => (live() ? props.desk.stage()?.onStage?.id : undefined)
  const waits = (entry: Entry | undefined) => entry !== undefined && !entry.shown && entry.id !== onStageId()

  createEffect(
    on([onStageId, () => entries().length], () =>
      queueMicrotask(() => list.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })),
    ),
  )

  function move(index: number, by: 1 | -1) {
    const ids = entries().map((entry) => entry.id)
    const [id] = ids.splice(index, 1)
    if (id === undefined) return
    ids.splice(index + by, 0, id)
    props.desk.reorder(ids)
  }

  const when = (entry: Entry) => {
    if (entry.id === onStageId()) return 'on now'
    const tookMs = props.desk.timeOf(entry.id)
    if (tookMs !== undefined) return lengthText(tookMs)
    const callAtMs = live() ? props.plan?.callAtMs.get(entry.id) : undefined
    return callAtMs === undefined ? (entry.shown ? 'shown' : '') : wallTime(callAtMs)
  }

  return (
    <section class="order" aria-labelledby="order-title">
      <div class="column-head">
        <h2 id="order-title">Running order</h2>
        <span>
          {entries().length} {entries().length === 1 ? 'team' : 'teams'}
        </span>
        <Show when={live() && entries().length > 1}>
          <button type="button" class="quiet" aria-pressed={moving()} onClick={() => setMoving((on) => !on)}>
            {moving() ? 'Done' : 'Reorder'}
          </button>
        </Show>
      </div>
      <Show when={entries().length === 0}>
        <p class="dim empty">No teams yet. Add them on the organiser’s page.</p>
      </Show>
      <ol class="order-list" ref={list}>
        <For each={entries()}>
          {(entry, index) => (
            <li
              class="order-row"
              classList={{
                shown: !waits(entry),
                now: entry.id === onStageId(),
                chosen: props.desk.chosen()?.id === entry.id,
              }}
              aria-current={entry.id === onStageId() ? 'step' : undefined}
            >
              <button
                type="button"
                class="order-team"
                disabled={props.desk.stage()?.phase !== 'live' || entry.id === onStageId()}
                title="Choose this team to be called next"
                onClick={() => props.desk.choose((id) => (id === entry.id ? undefined : entry.id))}
              >
                <span class="order-slot">{entry.slot}</span>
                <span class="order-name" dir="auto">
                  {entry.team}
                </span>
              </button>
              <Show when={moving() && waits(entry)} fallback={<span class="order-when figures">{when(entry)}</span>}>
                <button
                  type="button"
                  class="step"
                  aria-label={`${entry.team}: earlier`}
                  disabled={!waits(entries()[index() - 1])}
                  onClick={() => move(index(), -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="step"
                  aria-label={`${entry.team}: later`}
                  disabled={!waits(entries()[index() + 1])}
                  onClick={() => move(index(), 1)}
                >
                  ↓
                </button>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
