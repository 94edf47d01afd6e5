import { For, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'

type Props = {
  entries: Entry[]
  onStage: Entry | undefined
  onDeck: Entry | null | undefined
  shown: Set<string>
}

/** The running order, with who is on and who is next. */
export function LineUp(props: Props) {
  function note(entry: Entry): string {
    if (entry.id === props.onStage?.id) return 'On stage'
    if (entry.id === props.onDeck?.id) return 'Next'
    return props.shown.has(entry.id) ? 'Seen' : ''
  }
  return (
    <section>
      <h2>Line-up</h2>
      <Show when={props.entries.length} fallback={<p class="dim">The teams will be listed here.</p>}>
        <ul class="rows">
          <For each={props.entries}>
            {(entry) => (
              <li class="row" aria-current={entry.id === props.onStage?.id ? 'true' : undefined}>
                <span class="row-slot">{entry.slot}</span>
                <span class="row-main">
                  <strong dir="auto">{entry.team}</strong>
                  <span dir="auto">{entry.title}</span>
                </span>
                <span class="row-note">{note(entry)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
