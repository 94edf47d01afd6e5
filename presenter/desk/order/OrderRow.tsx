import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import { placeOf } from '../../../web/core/words/place-words.ts'
import type { Desk } from '../desk.ts'
import { type Drag, shiftOf } from './drag.ts'
import * as styles from './order.module.css'
import type { Plan } from './plan.ts'

type Props = {
  desk: Desk
  plan: Plan | undefined
  entry: Entry
  place: number
  isOnStage: boolean
  isWaiting: boolean
  drag: Drag | undefined
  onGrip: (e: PointerEvent) => void
  onMove: (by: 1 | -1) => void
}

export function OrderRow(props: Props) {
  let grip!: HTMLButtonElement
  const when = () => {
    if (props.isOnStage) return 'on now'
    if (props.entry.calledAt) return clockTime(Date.parse(props.entry.calledAt))
    if (props.entry.skipped) return 'skipped'
    const callAtMs = props.plan?.callAtMs.get(props.entry.id)
    return callAtMs === undefined ? '' : clockTime(callAtMs)
  }
  const number = () => placeOf(props.entry, props.desk.order.entries()) || '–'
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key !== 'ArrowUp' && e.key !== 'ArrowDown') return
    e.preventDefault()
    props.onMove(e.key === 'ArrowUp' ? -1 : 1)
    // Moving the row in the page drops its focus.
    grip.focus()
  }
  const shift = () => shiftOf(props.drag, props.place)
  return (
    <li
      class={styles.orderRow}
      classList={{
        [styles.past]: !props.isWaiting,
        [styles.current]: props.isOnStage,
        [styles.skipped]: props.entry.skipped && props.isWaiting,
        [styles.chosen]: props.desk.chosen()?.id === props.entry.id,
        [styles.open]: props.desk.slot()?.id === props.entry.id,
        [styles.dragged]: props.drag?.from === props.place,
      }}
      style={{ transform: shift() === 0 ? undefined : `translateY(${shift()}px)` }}
      aria-current={props.isOnStage ? 'step' : undefined}
    >
      <Show when={props.isWaiting} fallback={<span class={styles.gripSpace} />}>
        <button
          type="button"
          class={styles.grip}
          ref={grip}
          title="Drag, or press the up and down arrows"
          aria-label={`Move ${props.entry.team} with the up and down arrows`}
          onPointerDown={props.onGrip}
          onKeyDown={onKeyDown}
        />
      </Show>
      <button
        type="button"
        class={styles.orderTeam}
        disabled={props.isOnStage || !(props.isWaiting || props.desk.stage()?.phase === 'live')}
        aria-expanded={props.desk.slot()?.id === props.entry.id}
        onClick={() => props.desk.openSlot(props.entry.id)}
      >
        <span class={styles.orderSlot}>
          {props.entry.warmUp ? <span title="Warm-up: nobody scores it">W</span> : number()}
        </span>
        <span class={styles.orderName} dir="auto">
          {props.entry.team}
        </span>
      </button>
      <span class={`${styles.orderWhen} figures`}>
        {when()}
        <Show when={props.isWaiting && props.desk.ready(props.entry.id)}>
          <span class={styles.orderReady}>
            <span aria-hidden="true">✓</span> ready
          </span>
        </Show>
      </span>
    </li>
  )
}
