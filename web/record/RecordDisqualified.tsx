import { For, Show } from 'solid-js'
import { isolateName } from '../core/words/names.ts'
import * as styles from './record.module.css'
import type { Recorded } from './recorded.ts'

export function RecordDisqualified(props: { recorded: Recorded }) {
  const disqualified = () => props.recorded.record.result.disqualified ?? []
  const team = (id: string) => isolateName(props.recorded.entries.find((entry) => entry.id === id)?.team ?? '')
  return (
    <Show when={disqualified().length}>
      <section>
        <h2>Out of the awards</h2>
        <ul class={styles.plain}>
          <For each={disqualified()}>
            {({ entryId, reason }) => (
              <li>
                <strong>{team(entryId)}</strong>: <bdi>{reason}</bdi>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
