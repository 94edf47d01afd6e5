import { createSignal, lazy, onMount, Show } from 'solid-js'
import type { Slides } from '../../../api/schema/entry.ts'
import { api, ask, asProblem } from '../../core/api.ts'

type ListedSlides = Slides & { entryId: string }

const SlidesField = lazy(async () => ({ default: (await import('../../ui/slides/SlidesField.tsx')).SlidesField }))

export function TeamSlides(props: { slug: string; entryId: string }) {
  const [slides, setSlides] = createSignal<Slides | null>()
  const [problem, setProblem] = createSignal('')

  onMount(async () => {
    try {
      const route = api.events[':slug'].slides
      const listed = await ask<{ slides: ListedSlides[] }>(route.$get({ param: { slug: props.slug } }))
      setSlides(listed.slides.find((deck) => deck.entryId === props.entryId) ?? null)
    } catch (failure) {
      setProblem(`${asProblem(failure).title}.`)
    }
  })

  return (
    <Show when={slides() !== undefined} fallback={<p role="status">{problem() || 'One moment…'}</p>}>
      <SlidesField
        slug={props.slug}
        entryId={props.entryId}
        slides={slides() ?? null}
        hint="Up to 40 pages. The team may choose them with its link until the entries are closed to changes; here they can be replaced at any time."
        onChange={setSlides}
      />
    </Show>
  )
}
