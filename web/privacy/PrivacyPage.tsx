import '../ui/styles/wide-font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { For, onMount, Show } from 'solid-js'
import type { Event } from '../../api/schema/event.ts'
import { api, ask } from '../core/api.ts'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { ContactLine } from '../ui/page/ContactLine.tsx'
import { privacyText, removalWords } from './privacy-text.ts'

/** For one event at /e/SLUG/privacy, for the whole installation at /privacy. */
export function PrivacyPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(async () => {
    if (!slug) return undefined
    return (await ask<{ event: Event }>(api.events[':slug'].$get({ param: { slug } }))).event
  })
  const event = () => loader.content()
  document.title = 'Your data · Demo Hour'
  onMount(loader.load)

  return (
    <>
      <header class="band">
        <p dir="auto">{event()?.name ?? 'Demo Hour'}</p>
        <h1>Your data</h1>
      </header>
      <main class="sheet">
        <p>{privacyText.inShort}</p>
        <section>
          <h2>How long names stay</h2>
          <p>{removalWords(event())}</p>
          <p>{privacyText.afterRemoval}</p>
        </section>
        <For each={privacyText.sections}>
          {({ title, paragraphs }) => (
            <section>
              <h2>{title}</h2>
              <For each={paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
            </section>
          )}
        </For>
        <section>
          <h2>Whom to ask</h2>
          <ContactLine />
        </section>
        <Show when={event()}>
          <a class="button quiet" href={`/e/${slug}`}>
            Back to the event
          </a>
        </Show>
      </main>
    </>
  )
}
