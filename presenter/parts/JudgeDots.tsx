import { For, Show } from 'solid-js'
import * as styles from './picture.module.css'
import { judgesIn } from './words.ts'

const maxDots = 12

export function JudgeDots(props: { in: number; of: number }) {
  return (
    <p class={styles.dots}>
      <Show when={props.of > 0 && props.of <= maxDots}>
        <span class={styles.dotsRow} aria-hidden="true">
          <For each={Array.from({ length: props.of }, (_, i) => i)}>
            {(place) => <i classList={{ [styles.in]: place < props.in }} />}
          </For>
        </span>
      </Show>
      <span>{judgesIn(props)}</span>
    </p>
  )
}
