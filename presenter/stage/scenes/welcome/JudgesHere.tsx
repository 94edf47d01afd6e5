import { For, Show } from 'solid-js'
import { capitalise } from '../../../../web/core/words/capitalise.ts'
import { countWords } from '../../../parts/words.ts'
import * as styles from './judges-here.module.css'

const maxDots = 12

/** A dot fills for each judge who arrives. */
export function JudgesHere(props: { count: number }) {
  const words = () =>
    props.count === 0 ? 'No judges here yet' : `${capitalise(countWords(props.count, 'judge'))} here`
  return (
    <p class={styles.judgesHere}>
      <Show when={props.count <= maxDots}>
        <span class={styles.dots} aria-hidden="true">
          <For each={Array.from({ length: Math.min(maxDots, props.count + 1) }, (_, place) => place)}>
            {(place) => <i classList={{ [styles.filled]: place < props.count }} />}
          </For>
        </span>
      </Show>
      <span>{words()}</span>
    </p>
  )
}
