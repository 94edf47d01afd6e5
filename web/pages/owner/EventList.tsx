import { For, Show } from 'solid-js'
import type { Event } from '../../../api/schema/event.ts'
import { phaseWords, startWords } from '../../client/event-words.ts'

/** Every event on this installation, the newest first, with the ways in. */
export function EventList(props: { events: Event[] }) {
  const links = (slug: string) => [
    { to: `/e/${slug}/organise`, label: 'Organise' },
    { to: `/present/${slug}`, label: 'Stage' },
    { to: `/present/${slug}/desk`, label: 'Desk' },
    { to: `/e/${slug}`, label: 'Room' },
  ]
  return (
    <Show when={props.events.length}>
      <section class="section" aria-labelledby="events">
        <header>
          <h2 id="events">On this installation</h2>
        </header>
        <ul class="rows">
          <For each={props.events}>
            {(event) => (
              <li class="event-card">
                <p class="row-main">
                  <strong dir="auto">{event.name}</strong>
                  <span>{[startWords(event), event.venue, phaseWords[event.phase]].filter(Boolean).join(' · ')}</span>
                </p>
                <nav class="buttons" aria-label={`${event.name} (${event.code})`}>
                  <For each={links(event.slug)}>
                    {(link) => (
                      <a class="button quiet" href={link.to}>
                        {link.label}
                      </a>
                    )}
                  </For>
                </nav>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
