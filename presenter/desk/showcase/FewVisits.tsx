import { createMemo, For, Show } from 'solid-js'
import { inviteWords, leastVisited, visitWords } from '../../../web/core/words/visit-words.ts'
import * as buttonsStyles from '../buttons.module.css'
import type { Desk } from '../desk.ts'
import * as styles from './showcase.module.css'

const maxListed = 4

/** The least visited teams, with a message that sends people there. */
export function FewVisits(props: { desk: Desk }) {
  const least = createMemo(() => leastVisited(props.desk.visits(), props.desk.order.entries()))
  return (
    <Show when={props.desk.visits().length > 0} fallback={<p class="dim">People walk round. Nobody scores yet.</p>}>
      <Show
        when={least().length > 0}
        fallback={<p class={styles.enough}>Every team has three judges’ scores or more.</p>}
      >
        <ul class={styles.visits}>
          <For each={least().slice(0, maxListed)}>
            {(visit) => (
              <li>
                <span dir="auto">{visitWords(visit)}</span>
                <button
                  type="button"
                  class={buttonsStyles.quiet}
                  onClick={() => props.desk.draftMessage(inviteWords(visit))}
                >
                  Send somebody…<span class="spoken"> to {visit.entry.team}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={least().length > maxListed}>
          <p class="dim">and {least().length - maxListed} more with fewer than three</p>
        </Show>
      </Show>
    </Show>
  )
}
