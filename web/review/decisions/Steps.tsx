import { For, Show } from 'solid-js'
import { awardName } from '../../../api/rules/words/award-name.ts'
import type { Award } from '../../../api/schema/result.ts'
import { chairWordsOf } from '../../core/words/award-words.ts'
import { capitalise } from '../../core/words/capitalise.ts'
import { listNames } from '../../core/words/names.ts'
import * as styles from '../review.module.css'
import type { Reviewing } from '../reviewing.ts'

export function Steps(props: { reviewing: Reviewing; awards: Award[] }) {
  const any = () => props.awards.some((award) => award.kind === 'place')
  return (
    <section class="section" aria-labelledby="steps">
      <h2 id="steps">What the reveal will show</h2>
      <Show when={any()} fallback={<p>No entry has a complete ballot, so there is nothing to reveal.</p>}>
        <ol class="rows">
          <For each={props.awards}>
            {(award) => (
              <li class={styles.step} classList={{ [styles.first]: award.rank === 1 }}>
                <span class={styles.stepName}>{awardName(award)}</span>
                <span class={styles.stepWho}>
                  <strong>{listNames(award.entryIds.map(props.reviewing.team), 60)}</strong>
                  <Show when={award.citation}>
                    <span dir="auto"> {award.citation}</span>
                  </Show>
                  <Show when={award.castingVote}>
                    {(vote) => (
                      <span>
                        {' '}
                        {capitalise(chairWordsOf(award))}: {vote().reason}
                      </span>
                    )}
                  </Show>
                </span>
              </li>
            )}
          </For>
          <li class={styles.step}>
            <span class={styles.stepName}>Last</span>
            <span class={styles.stepWho}>All winners together</span>
          </li>
        </ol>
      </Show>
    </section>
  )
}
