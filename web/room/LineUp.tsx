import { For, Show } from 'solid-js'
import { tableWords } from '../../api/rules/words/table-words.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import { drawWords } from '../core/words/draw-words.ts'
import { placeOf } from '../core/words/place-words.ts'
import * as styles from './room.module.css'

type Props = {
  event: Event
  entries: Entry[]
  onStage: Entry | undefined
  onDeck: Entry | null | undefined
  calledIds: Set<string>
}

export function LineUp(props: Props) {
  function note(entry: Entry): string {
    if (entry.id === props.onStage?.id) return 'On stage'
    if (entry.id === props.onDeck?.id) return 'Next'
    if (props.calledIds.has(entry.id)) return 'Seen'
    if (entry.skipped) return 'Skipped'
    return entry.warmUp ? 'Warm-up' : ''
  }
  const ids = () => props.entries.map((entry) => entry.id)
  return (
    <section>
      <h2>Line-up</h2>
      <Show when={props.entries.length} fallback={<p class="dim">The teams will be listed here.</p>}>
        <ul class="rows">
          <For each={props.entries}>
            {(entry) => (
              <li class={`row ${styles.team}`} aria-current={entry.id === props.onStage?.id ? 'true' : undefined}>
                <span class="row-slot">{placeOf(entry, props.entries) || ''}</span>
                <span class="row-main">
                  <strong dir="auto">{entry.team}</strong>
                  <span dir="auto">{[tableWords(entry), entry.title].filter(Boolean).join(' · ')}</span>
                  <Show when={entry.picture}>
                    {/* The alt text is empty because name and title are beside it. */}
                    {(address) => <img class={styles.rowPicture} src={address()} alt="" loading="lazy" />}
                  </Show>
                </span>
                <span class="row-note">{note(entry)}</span>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.event.draw}>
          {(draw) => (
            <p class="dim">
              {drawWords(draw(), ids())} <a href={`/e/${props.event.slug}/method#draw`}>Check the draw</a>
            </p>
          )}
        </Show>
      </Show>
    </section>
  )
}
