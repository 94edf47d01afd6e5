import { For, Show } from 'solid-js'
import { chairWords } from '../core/words/award-words.ts'
import { clockTime } from '../core/words/clock-time.ts'
import { isolateName, listNames } from '../core/words/names.ts'
import * as styles from './record.module.css'
import type { Recorded } from './recorded.ts'

export function RecordVotes(props: { recorded: Recorded }) {
  const team = (id: string) => isolateName(props.recorded.entries.find((entry) => entry.id === id)?.team ?? '')
  return (
    <section>
      <h2>What the chair decided</h2>
      <ul class={styles.plain}>
        <For each={props.recorded.record.castingVotes} fallback={<li>Nothing was left to decide.</li>}>
          {(vote) => (
            <li>
              {clockTime(vote.at)}: {listNames(vote.entryIds.map(team), 99)}
              {vote.joint || vote.entryIds.length === 1 ? ', ' : ', in this order, '}
              {chairWords(vote.by, vote.joint)}. <bdi>{vote.reason}</bdi>
              <Show when={!vote.counts}> A later ballot or decision replaced this.</Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
