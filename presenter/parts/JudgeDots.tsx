import { For, Show } from 'solid-js'
import { judgesIn } from './words.ts'

const most = 12

export function JudgeDots(props: { in: number; of: number }) {
  return (
    <p class="dots">
      <Show when={props.of > 0 && props.of <= most}>
        <span class="dots-row" aria-hidden="true">
          <For each={Array.from({ length: props.of }, (_, i) => i)}>
            {(place) => <i classList={{ in: place < props.in }} />}
          </For>
        </span>
      </Show>
      <span>{judgesIn(props)}</span>
    </p>
  )
}
