import { For } from 'solid-js'
import * as styles from './picture.module.css'

export function Slots(props: { slots: number; onStage: number }) {
  return (
    <div class={styles.slots} classList={{ [styles.many]: props.slots > 24 }} aria-hidden="true">
      <For each={Array.from({ length: props.slots }, (_, i) => i + 1)}>
        {(slot) => <i classList={{ [styles.shown]: slot < props.onStage, [styles.now]: slot === props.onStage }} />}
      </For>
    </div>
  )
}
