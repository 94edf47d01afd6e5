import { createSignal, onMount, Show } from 'solid-js'
import type { Event } from '../../api/schema/event.ts'
import { api, ask, Problem, slugOfPage } from '../client/api.ts'
import { Explanation } from './method/Explanation.tsx'

/** How scores are added up, for somebody who has a minute. Stands by itself when the event cannot be read. */
export function MethodPage() {
  const slug = slugOfPage()
  const [event, setEvent] = createSignal<Event>()
  onMount(async () => {
    document.title = 'How the scores are added up'
    try {
      setEvent((await ask<{ event: Event }>(api.events[':slug'].$get({ param: { slug } }))).event)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
    }
  })

  return (
    <>
      <header class="band">
        <p dir="auto">{event()?.name ?? 'Demo Hour'}</p>
        <h1>How the scores are added up</h1>
      </header>
      <main class="sheet">
        <Explanation method={event()?.method} />
        <Show when={event()}>
          <a class="button quiet" href={`/e/${slug}`}>
            Back to the event
          </a>
        </Show>
      </main>
    </>
  )
}
