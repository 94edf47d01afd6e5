import { createEffect, createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import * as styles from './room.module.css'

type Part = typeof import('../ui/captions/PhoneCaptions.tsx')

/** Loads the captions once the event has any: they are no part of the first load. */
export function RoomCaptions(props: { slug: string; available: boolean; connected: boolean }) {
  const [part, setPart] = createSignal<Part>()
  createEffect(() => {
    if (props.available && props.connected && !part())
      import('../ui/captions/PhoneCaptions.tsx').then(setPart, () => {})
  })
  return (
    <Show when={props.available && part()}>
      {(loaded) => (
        <div class={styles.captions}>
          <Dynamic
            component={loaded().PhoneCaptions}
            slug={props.slug}
            available={props.available}
            connected={props.connected}
          />
        </div>
      )}
    </Show>
  )
}
