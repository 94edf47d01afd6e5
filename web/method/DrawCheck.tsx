import { For, Show } from 'solid-js'
import { shuffle } from '../../api/rules/show/draw.ts'
import type { Draw, Entry } from '../../api/schema/entry.ts'
import { drawWords } from '../core/words/draw-words.ts'
import * as styles from './method.module.css'

type Props = { draw: Draw; entries: Entry[] }

export function DrawCheck(props: Props) {
  const again = () => shuffle(props.draw.entryIds, props.draw.seed)
  const same = () => again().join() === props.draw.entryIds.join()
  const team = (id: string) => props.entries.find((entry) => entry.id === id)?.team ?? 'A team since removed'
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">How the order was drawn</h2>
      <p>
        {drawWords(
          props.draw,
          props.entries.map((entry) => entry.id),
        )}
      </p>
      <p>
        This phone has just drawn again from that seed.{' '}
        <strong>
          {same() ? 'It comes out the same:' : 'It comes out differently. Ask the organiser. From the seed follows:'}
        </strong>
      </p>
      <ol class={styles.drawn}>
        <For each={again()}>
          {(id) => (
            <li>
              <span dir="auto">{team(id)}</span>
            </li>
          )}
        </For>
      </ol>
      <details>
        <summary>Check it with your own program</summary>
        <p>
          These are the teams’ ids as drawn: <code>{again().join(' ')}</code>. Sort them alphabetically. Shuffle them
          (Fisher and Yates, from the last place to the second) with the numbers of mulberry32 started from the seed.
        </p>
      </details>
      <Show when={props.draw.times > 1}>
        <p class="dim">
          It was drawn {props.draw.times} times in all; the last draw counts. The organiser’s history lists each.
        </p>
      </Show>
    </section>
  )
}
