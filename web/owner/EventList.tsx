import { createMemo, createSignal, For, Show } from 'solid-js'
import { plural } from '../../api/rules/words/plural.ts'
import type { OwnerEvent } from '../../api/schema/event.ts'
import { TextField } from '../ui/fields/TextField.tsx'
import { EventCard } from './EventCard.tsx'
import { findEvents } from './find-events.ts'

/** Up to this many need no search field. */
const fewEvents = 6

/** Every event on this installation, the newest first, with a search field. */
export function EventList(props: { events: OwnerEvent[]; onDeleted: (event: OwnerEvent, left: string[]) => void }) {
  const [words, setWords] = createSignal('')
  const found = createMemo(() => findEvents(props.events, words()))
  return (
    <Show when={props.events.length}>
      <section class="section" aria-labelledby="events">
        <header>
          <h2 id="events">On this installation</h2>
          <p class="dim" role="status">
            {plural(props.events.length, { one: 'One event', other: `${props.events.length} events` })}
            {words().trim() && `, ${found().length === 0 ? 'none' : found().length} found`}
          </p>
        </header>
        <Show when={props.events.length > fewEvents}>
          <TextField
            label="Find an event"
            hint="By its name, code, venue, date or phase"
            value={words()}
            onInput={setWords}
            input={{ type: 'search', autocomplete: 'off' }}
          />
        </Show>
        <Show when={found().length}>
          <ul class="rows">
            <For each={found()}>
              {(event) => <EventCard event={event} onDeleted={(left) => props.onDeleted(event, left)} />}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  )
}
