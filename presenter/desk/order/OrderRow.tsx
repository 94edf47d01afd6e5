import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import { placeOf } from '../../../web/core/words/place-words.ts'
import type { Desk } from '../desk.ts'
import { type Drag, shiftOf } from './drag.ts'
import type { Plan } from './plan.ts'

type Props = {
  desk: Desk
  plan: Plan | undefined
  entry: Entry
  /** From 0. */
  place: number
  isOnStage: boolean
  isWaiting: boolean
  drag: Drag | undefined
  onGrip: (e: PointerEvent) => void
  onMove: (by: 1 | -1) => void
}

/** A slot of the running order: a press opens its form, the grip moves it. */
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
      class="order-row"
      classList={{
        past: !props.isWaiting,
        current: props.isOnStage,
        skipped: props.entry.skipped && props.isWaiting,
        chosen: props.desk.chosen()?.id === props.entry.id,
        open: props.desk.slot()?.id === props.entry.id,
        held: props.drag?.from === props.place,
      }}
      style={{ transform: shift() === 0 ? undefined : `translateY(${shift()}px)` }}
      aria-current={props.isOnStage ? 'step' : undefined}
    >
      <Show when={props.isWaiting} fallback={<span class="grip-space" />}>
        <button
          type="button"
          class="grip"
          ref={grip}
          title="Drag, or press the up and down arrows"
          aria-label={`Move ${props.entry.team} with the up and down arrows`}
          onPointerDown={props.onGrip}
          onKeyDown={onKeyDown}
        />
      </Show>
      <button
        type="button"
        class="order-team"
        disabled={props.isOnStage || !(props.isWaiting || props.desk.stage()?.phase === 'live')}
        aria-expanded={props.desk.slot()?.id === props.entry.id}
        onClick={() => props.desk.openSlot(props.entry.id)}
      >
        <span class="order-slot">
          {props.entry.warmUp ? <span title="Warm-up: nobody scores it">W</span> : number()}
        </span>
        <span class="order-name" dir="auto">
          {props.entry.team}
        </span>
      </button>
      <span class="order-when figures">
        {when()}
        <Show when={props.isWaiting && props.desk.ready(props.entry.id)}>
          <span class="order-ready">
            <span aria-hidden="true">✓</span> ready
          </span>
        </Show>
      </span>
    </li>
  )
}
