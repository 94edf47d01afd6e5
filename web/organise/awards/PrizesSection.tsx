import type { Organising } from '../organising.ts'
import { PrizesForm } from './PrizesForm.tsx'

export function PrizesSection(props: { organising: Organising }) {
  return (
    <section class="section" id="prizes" aria-labelledby="prizes-title">
      <PrizesForm organising={props.organising} heading="h2" />
    </section>
  )
}
