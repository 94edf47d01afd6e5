import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { createEffect, onMount, Show } from 'solid-js'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { readEventAndLineUp } from '../core/read-event.ts'
import { DrawCheck } from './DrawCheck.tsx'
import { Explanation } from './Explanation.tsx'
import * as styles from './method.module.css'

export function MethodPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => readEventAndLineUp(slug))
  const event = () => loader.content()?.event
  document.title = 'How the scores are added up'
  onMount(loader.load)
  createEffect(() => {
    if (event()?.draw && location.hash === '#draw') document.getElementById('draw')?.scrollIntoView()
  })

  return (
    <>
      <header class="band">
        <p dir="auto">{event()?.name ?? 'Demo Hour'}</p>
        <h1>How the scores are added up</h1>
      </header>
      <main class={`sheet ${styles.method}`}>
        <Explanation method={event()?.method} />
        <Show when={event()?.draw}>
          {(draw) => <DrawCheck draw={draw()} entries={loader.content()?.entries ?? []} />}
        </Show>
        <Show when={event()}>
          <a class="button quiet" href={`/e/${slug}`}>
            Back to the event
          </a>
        </Show>
      </main>
    </>
  )
}
