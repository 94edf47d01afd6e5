import { lazy } from 'solid-js'
import type { OwnEntryStore } from './own-entry.ts'

const SlidesField = lazy(async () => ({ default: (await import('../ui/slides/SlidesField.tsx')).SlidesField }))

export function SlidesSection(props: { slug: string; own: OwnEntryStore; fixed: string }) {
  return (
    <section aria-labelledby="slides">
      <h2 id="slides">Slides (optional)</h2>
      <SlidesField
        slug={props.slug}
        entryId={props.own.id}
        slides={props.own.slides()}
        hint="Up to 40 pages, for the screen in the room: no laptop to plug in. This browser turns a PDF into pictures."
        fixed={props.fixed && 'Your slides can no longer be changed here. For other ones, ask at the desk.'}
        onChange={props.own.setSlides}
      />
    </section>
  )
}
