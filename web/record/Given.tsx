import { For, Show } from 'solid-js'
import { awardName } from '../core/words/award-words.ts'
import { listed, named } from '../core/words/result-words.ts'
import type { Recorded } from './recorded.ts'

/** What was given beside the places: the best by criterion, and prizes by hand. */
export function Given(props: { recorded: Recorded }) {
  const beside = () => props.recorded.record.result.awards.filter((award) => award.kind !== 'place')
  const teams = (ids: string[]) =>
    listed(
      ids.map((id) => named(props.recorded.entries.find((entry) => entry.id === id)?.team ?? '')),
      99,
    )
  return (
    <Show when={beside().length}>
      <section>
        <h2>Also given</h2>
        <ul class="plain">
          <For each={beside()}>
            {(award) => (
              <li>
                {award.kind === 'criterion' ? awardName(award) : `${award.name}, by hand`}:{' '}
                <strong>{teams(award.entryIds)}</strong>
                <Show when={award.citation}>. {award.citation}</Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
