import { For, Show } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { AwardCard } from './AwardCard.tsx'
import * as styles from './room.module.css'

type Props = { reveal: StageSnapshot['reveal']; entries: Entry[]; criteria: Criterion[] }

export function RevealedSteps(props: Props) {
  const awards = () => props.reveal.shown.flatMap((step) => (step.kind === 'award' ? [step.award] : [])).reverse()
  return (
    <section aria-live="polite">
      <h2>Shown so far</h2>
      <Show when={awards().length} fallback={<p class="dim">The first name comes in a moment.</p>}>
        <ul class={styles.awards}>
          <For each={awards()}>
            {(award) => <AwardCard award={award} entries={props.entries} criteria={props.criteria} />}
          </For>
        </ul>
      </Show>
    </section>
  )
}
