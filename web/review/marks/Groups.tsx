import { For } from 'solid-js'
import { listNames } from '../../core/words/names.ts'
import * as styles from '../review.module.css'
import type { Group } from '../review-groups.ts'
import type { Reviewing } from '../reviewing.ts'

export function Groups(props: { reviewing: Reviewing; groups: Group[] }) {
  return (
    <div class="stack">
      <p>
        These groups of judges never scored the same team, so only the order within each group holds. The order across
        them, below, is chance.
      </p>
      <For each={props.groups}>
        {(group, n) => (
          <div>
            <h3>
              Group {n() + 1}: {listNames(group.judgeIds.map(props.reviewing.judge))}
            </h3>
            <ol class={styles.within}>
              <For each={group.entryIds}>
                {(id) => (
                  <li>
                    <bdi>{props.reviewing.entry(id)?.team}</bdi>
                  </li>
                )}
              </For>
            </ol>
          </div>
        )}
      </For>
    </div>
  )
}
