import { Show } from 'solid-js'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import * as styles from '../../parts/picture.module.css'

export function NextLine(props: { stage: StageSnapshot }) {
  return (
    <p class={`${styles.next} ${styles.oneLine}`}>
      <Show when={props.stage.onDeck} fallback={<span class="dim">The last team</span>}>
        {(entry) => (
          <>
            <span class="dim">Next:</span> <b dir="auto">{entry().team}</b>
          </>
        )}
      </Show>
    </p>
  )
}
