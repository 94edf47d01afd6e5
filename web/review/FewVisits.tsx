import { createMemo, For, Show } from 'solid-js'
import { plural } from '../../api/rules/words/plural.ts'
import { leastVisited, visitWords } from '../core/words/visit-words.ts'
import type { Organising } from '../organise/organising.ts'
import { ShowAll } from '../ui/buttons/ShowAll.tsx'
import { createTruncatedList } from '../ui/buttons/truncated-list.ts'
import * as styles from './review.module.css'

/** The teams that too few judges have finished, while there is time to send somebody. No scores. */
export function FewVisits(props: { organising: Organising }) {
  const least = createMemo(() => leastVisited(props.organising.visits(), props.organising.now.entries))
  const list = createTruncatedList(least)
  const title = () =>
    plural(least().length, {
      one: 'One team has fewer than three judges’ scores',
      other: `${least().length} teams have fewer than three judges’ scores`,
    })
  return (
    <section class="section" aria-labelledby="few-visits">
      <Show when={least().length > 0} fallback={<h2 id="few-visits">Every team has three judges’ scores or more</h2>}>
        <h2 id="few-visits">{title()}</h2>
        <p>A place that rests on fewer is not safe. There is time to send somebody, from the desk.</p>
        <ul class={styles.within}>
          <For each={list.visible()}>{(visit) => <li dir="auto">{visitWords(visit)}</li>}</For>
        </ul>
        <ShowAll list={list} many="teams" />
        <div class="buttons">
          <a class="button" href={`/present/${props.organising.slug}/desk`}>
            Send somebody
          </a>
        </div>
      </Show>
    </section>
  )
}
