import { For } from 'solid-js'
import type { Review } from '../../../api/schema/review.ts'
import type { Reviewing } from '../reviewing.ts'
import { JudgeRow } from './JudgeRow.tsx'

type Props = { reviewing: Reviewing; review: Review }

export function Judges(props: Props) {
  return (
    <section class="section" aria-labelledby="judges">
      <header>
        <h2 id="judges">Judge by judge</h2>
        <p>Leniency is removed from every mark, so a harsh judge does no harm and a generous one no favour.</p>
      </header>
      <ul class="rows">
        <For each={props.review.judges}>
          {(judge) => <JudgeRow reviewing={props.reviewing} review={props.review} judge={judge} />}
        </For>
      </ul>
    </section>
  )
}
