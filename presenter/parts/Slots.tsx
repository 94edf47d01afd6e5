import { For } from 'solid-js'

/** A bar with a piece for each team; the one on stage is lit. */
export function Slots(props: { slots: number; onStage: number }) {
  return (
    <div class="slots" classList={{ many: props.slots > 24 }} aria-hidden="true">
      <For each={Array.from({ length: props.slots }, (_, i) => i + 1)}>
        {(slot) => <i classList={{ shown: slot < props.onStage, now: slot === props.onStage }} />}
      </For>
    </div>
  )
}
