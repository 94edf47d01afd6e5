import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { createSignal, onMount, Show } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import { asProblem } from '../core/api.ts'
import { readEventAndLineUp } from '../core/event.ts'
import { slugOfPage } from '../core/page-address.ts'
import { DrawCheck } from './DrawCheck.tsx'
import { Explanation } from './Explanation.tsx'
import * as styles from './method.module.css'

/** How scores are added up. Works without the event, when that cannot be loaded. */
export function MethodPage() {
  const slug = slugOfPage()
  const [event, setEvent] = createSignal<Event>()
  const [entries, setEntries] = createSignal<Entry[]>()
  onMount(async () => {
    document.title = 'How the scores are added up'
    try {
      const latest = await readEventAndLineUp(slug)
      setEvent(latest.event)
      setEntries(latest.entries)
      if (location.hash === '#draw') document.getElementById('draw')?.scrollIntoView()
    } catch (failure) {
      asProblem(failure)
    }
  })

  return (
    <>
      <header class="band">
        <p dir="auto">{event()?.name ?? 'Demo Hour'}</p>
        <h1>How the scores are added up</h1>
      </header>
      <main class={`sheet ${styles.method}`}>
        <Explanation method={event()?.method} />
        <Show when={event()?.draw}>{(draw) => <DrawCheck draw={draw()} entries={entries() ?? []} />}</Show>
        <Show when={event()}>
          <a class="button quiet" href={`/e/${slug}`}>
            Back to the event
          </a>
        </Show>
      </main>
    </>
  )
}
