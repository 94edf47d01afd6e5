import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { placeOf } from '../../../web/core/words/place-words.ts'
import { wallTime } from '../../parts/words.ts'
import type { Desk } from '../desk.ts'
import { type Drag, shiftOf } from './drag.ts'
import type { Plan } from './plan.ts'

type Props = {
  desk: Desk
  plan: Plan | undefined
  entry: Entry
  /** From 0, as it stands on this desk. */
  place: number
  now: boolean
  waits: boolean
  drag: Drag | undefined
  onGrip: (e: PointerEvent) => void
  onMove: (by: 1 | -1) => void
}

/** A slot of the running order. Pressed, it opens what the desk can do about it; by its grip it is moved. */
export function OrderRow(props: Props) {
  let grip!: HTMLButtonElement
  const when = () => {
    if (props.now) return 'on now'
    if (props.entry.calledAt) return wallTime(Date.parse(props.entry.calledAt))
    if (props.entry.skipped) return 'skipped'
    const callAtMs = props.plan?.callAtMs.get(props.entry.id)
    return callAtMs === undefined ? '' : wallTime(callAtMs)
  }
  // The number that the room sees; a skipped team has none.
  const number = () => placeOf(props.entry, props.desk.order.entries()) || '–'
  const byKey = (e: KeyboardEvent) => {
    if (e.key !== 'ArrowUp' && e.key !== 'ArrowDown') return
    e.preventDefault()
    props.onMove(e.key === 'ArrowUp' ? -1 : 1)
    // The row has moved in the page, which takes the focus away from it.
    grip.focus()
  }
  const shift = () => shiftOf(props.drag, props.place)
  return (
    <li
      class="order-row"
      classList={{
        shown: !props.waits,
        now: props.now,
        skipped: props.entry.skipped && props.waits,
        chosen: props.desk.chosen()?.id === props.entry.id,
        open: props.desk.slot()?.id === props.entry.id,
        held: props.drag?.from === props.place,
      }}
      style={{ transform: shift() === 0 ? undefined : `translateY(${shift()}px)` }}
      aria-current={props.now ? 'step' : undefined}
    >
      <Show when={props.waits} fallback={<span class="grip-space" />}>
        <button
          type="button"
          class="grip"
          ref={grip}
          title="Drag, or press the up and down arrows"
          aria-label={`Move ${props.entry.team} with the up and down arrows`}
          onPointerDown={props.onGrip}
          onKeyDown={byKey}
        />
      </Show>
      <button
        type="button"
        class="order-team"
        disabled={props.now || !(props.waits || props.desk.stage()?.phase === 'live')}
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
        <Show when={props.waits && props.desk.ready(props.entry.id)}>
          <span class="order-ready">
            <span aria-hidden="true">✓</span> ready
          </span>
        </Show>
      </span>
    </li>
  )
}
