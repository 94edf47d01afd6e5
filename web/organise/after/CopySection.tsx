import { CopyEvent } from '../../ui/forms/CopyEvent.tsx'
import type { Organising } from '../organising.ts'

export function CopySection(props: { organising: Organising }) {
  return (
    <section class="section" id="copy" aria-labelledby="copy-title">
      <header>
        <h2 id="copy-title">Copy this event</h2>
        <p class="dim">Set up next year’s event from this one.</p>
      </header>
      <CopyEvent event={props.organising.now.event} />
    </section>
  )
}
