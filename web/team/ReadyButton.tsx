import { Show } from 'solid-js'
import { Press } from '../ui/buttons/Press.tsx'
import type { OwnEntryStore } from './own-entry.ts'
import * as styles from './team.module.css'

export function ReadyButton(props: { own: OwnEntryStore }) {
  return (
    <section class="ready" aria-label="Ready">
      <p class={styles.readyWords} role="status">
        <Show when={props.own.ready()} fallback="By the stage, with everything you need? Tell the desk.">
          <span class={styles.readyMark} aria-hidden="true">
            ✓
          </span>
          <strong>The desk sees that you are ready.</strong>
        </Show>
      </p>
      {/* One button for both states, so that it keeps the focus. */}
      <Press loud={!props.own.ready()} onPress={() => props.own.saveReady({ ready: !props.own.ready() })}>
        {props.own.ready() ? 'We are not ready after all' : 'We are ready'}
      </Press>
    </section>
  )
}
