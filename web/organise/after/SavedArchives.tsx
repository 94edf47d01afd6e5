import { createEffect, createResource, on, Show } from 'solid-js'
import { plural } from '../../../api/rules/words/plural.ts'
import { fetchArchives } from '../../core/event-admin.ts'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'

export function SavedArchives(props: { organising: Organising }) {
  const phase = () => props.organising.now.event.phase
  const [archives, { refetch }] = createResource(() => fetchArchives(props.organising.slug).catch(() => undefined))
  createEffect(on([phase, props.organising.forgotten], () => setTimeout(refetch, 1000), { defer: true }))
  const words = () => {
    const count = archives()?.archives.length ?? 0
    if (count === 0) return ''
    return plural(count, {
      one: 'The server has saved a copy in its data folder when scoring closed. Only the person who runs the server can read it.',
      other: `The server has saved ${count} copies in its data folder, at each close and when the result was published. Only the person who runs the server can read them.`,
    })
  }
  return (
    <>
      <Show when={archives()?.failedAt}>
        <p class={styles.note} role="alert">
          The server could not save its own copy: its disk may be full. The show goes on. Please save the event as one
          file yourself.
        </p>
      </Show>
      <Show when={words()}>
        <p class="dim">{words()}</p>
      </Show>
    </>
  )
}
