import { createMemo, createSignal, For, Show } from 'solid-js'
import { plural } from '../../api/rules/words/plural.ts'
import type { OwnerEvent } from '../../api/schema/event.ts'
import { TextField } from '../ui/fields/TextField.tsx'
import { EventCard } from './EventCard.tsx'
import { findEvents } from './find-events.ts'

const fewEvents = 6

export function EventList(props: {
  events: OwnerEvent[]
  onDeleted: (event: OwnerEvent, filesLeft: string[]) => void
}) {
  const [words, setWords] = createSignal('')
  const matches = createMemo(() => findEvents(props.events, words()))
  return (
    <Show when={props.events.length}>
      <section class="section" aria-labelledby="events">
        <header>
          <h2 id="events">Your events</h2>
          <p class="dim" role="status">
            {plural(props.events.length, { one: 'One event', other: `${props.events.length} events` })}
            {words().trim() && `, ${matches().length === 0 ? 'none' : matches().length} found`}
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
        <Show when={matches().length}>
          <ul class="rows">
            <For each={matches()}>
              {(event) => <EventCard event={event} onDeleted={(filesLeft) => props.onDeleted(event, filesLeft)} />}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  )
}
