import type { Organising } from '../organising.ts'
import { OutOfAwards } from './OutOfAwards.tsx'

export function OutOfAwardsSection(props: { organising: Organising }) {
  return (
    <section class="section" id="out-of-awards" aria-labelledby="out-of-awards-title">
      <h2 id="out-of-awards-title">Take a team out of the awards</h2>
      <OutOfAwards organising={props.organising} />
    </section>
  )
}
