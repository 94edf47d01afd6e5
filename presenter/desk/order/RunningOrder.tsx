import { createEffect, For, on, Show } from 'solid-js'
import { isCountedTeam } from '../../../api/rules/show/running-order.ts'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import { createDrag } from './drag.ts'
import { OrderRow } from './OrderRow.tsx'
import * as orderStyles from './order.module.css'
import { nextPlace } from './order.ts'
import type { Plan } from './plan.ts'

export function RunningOrder(props: { desk: Desk; plan: Plan | undefined }) {
  let list!: HTMLOListElement
  const entries = () => props.desk.order.entries()
  const open = () => props.desk.stage()?.phase === 'live' || props.desk.stage()?.phase === 'setup'
  const onStageId = () => (open() ? props.desk.stage()?.onStage?.id : undefined)
  const isWaiting = (entry: Entry) => open() && !entry.shown && entry.id !== onStageId()
  const places = () => entries().map(isWaiting)

  createEffect(
    on([onStageId, () => entries().length], () =>
      queueMicrotask(() => list.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })),
    ),
  )

  const countedTeams = () => entries().filter(isCountedTeam).length
  const skipped = () => entries().filter((entry) => !entry.warmUp && !isCountedTeam(entry)).length

  async function move(from: number, to: number | undefined) {
    const entry = entries()[from]
    if (!entry || to === undefined) return
    if (await props.desk.order.move(entry.id, to)) props.desk.notify(`${entry.team} is now in slot ${to + 1}.`)
  }
  const { drag, start } = createDrag(() => list, places, move)

  return (
    <section class={orderStyles.order} aria-labelledby="order-title">
      <div class={orderStyles.columnHead}>
        <h2 id="order-title">Running order</h2>
        <span>
          {countOf(countedTeams(), 'team')}
          {skipped() > 0 && `, ${skipped()} skipped`}
        </span>
        <Show when={open()}>
          <button
            type="button"
            class={buttonsStyles.quiet}
            aria-expanded={props.desk.tray() === 'team'}
            onClick={() => props.desk.toggleTray('team')}
          >
            Add a team
          </button>
        </Show>
      </div>
      <Show when={entries().length === 0}>
        <p class={`dim ${deskStyles.empty}`}>No teams yet. Add them here or on the organiser’s page.</p>
      </Show>
      <ol class={orderStyles.orderList} ref={list} classList={{ [orderStyles.dragging]: drag() !== undefined }}>
        <For each={entries()}>
          {(entry, index) => (
            <OrderRow
              desk={props.desk}
              plan={open() ? props.plan : undefined}
              entry={entry}
              place={index()}
              isOnStage={entry.id === onStageId()}
              isWaiting={isWaiting(entry)}
              drag={drag()}
              onGrip={(e) => start(e, index())}
              onMove={(by) => move(index(), nextPlace(places(), index(), by))}
            />
          )}
        </For>
      </ol>
    </section>
  )
}
