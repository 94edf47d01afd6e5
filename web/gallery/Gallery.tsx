import { For, onMount, Show } from 'solid-js'
import { galleryWords, isGalleryPublic, listGalleryEntries } from '../../api/rules/event/gallery.ts'
import type { GalleryContent } from '../core/read-gallery.ts'
import { GalleryCard } from './GalleryCard.tsx'
import * as styles from './gallery.module.css'

export function Gallery(props: GalleryContent) {
  const entries = () => listGalleryEntries(props.entries)
  onMount(() => {
    document.title = `All teams · ${props.event.name}`
  })
  return (
    <>
      <header class={`band ${styles.head}`}>
        <div class="band-line">
          <a href={`/e/${props.event.slug}`}>The event</a>
        </div>
        <h1 dir="auto" classList={{ long: props.event.name.length > 40 }}>
          {props.event.name}
        </h1>
        <p dir="auto">{galleryWords(props.event, props.entries)}</p>
      </header>
      <main class={`sheet ${styles.wide}`}>
        <Show when={!isGalleryPublic(props.event)}>
          <p class={styles.preview} role="note">
            Only you see this page now. You choose when everyone does, under{' '}
            <a href={`/e/${props.event.slug}/organise/event`}>Event</a>.
          </p>
        </Show>
        <Show when={entries().length > 0} fallback={<p class="dim">The teams will be listed here.</p>}>
          <ul class={styles.cards}>
            <For each={entries()}>
              {(entry) => <GalleryCard slug={props.event.slug} entry={entry} awards={props.awards} />}
            </For>
          </ul>
        </Show>
      </main>
    </>
  )
}
