import { createMemo, For, Show } from 'solid-js'
import type { Tie } from '../review-groups.ts'
import type { Reviewing } from '../reviewing.ts'
import { CastingVoteForm } from './CastingVoteForm.tsx'

type Props = { reviewing: Reviewing; ties: Tie[] }

export function CastingVotes(props: Props) {
  const places = () => props.reviewing.organising.now.event.places
  const keys = (honoured: boolean) =>
    createMemo(() => props.ties.filter((tie) => tie.rank <= places() === honoured).map((tie) => tie.key))
  const above = keys(true)
  const below = keys(false)
  const tie = (key: string) => props.ties.find((tie) => tie.key === key)
  return (
    <section class="section" aria-labelledby="votes">
      <header>
        <h2 id="votes">The chair’s casting vote</h2>
        <p>
          It orders teams whose marks are equal. The record and the reveal show that the chair decided, and the record
          shows why.
        </p>
      </header>
      <For each={above()}>
        {(key) => (
          <Show when={tie(key)}>{(current) => <CastingVoteForm reviewing={props.reviewing} tie={current()} />}</Show>
        )}
      </For>
      <Show when={below().length}>
        <details class="more">
          <summary>Ties below the places that are announced ({below().length})</summary>
          <div class="stack">
            <For each={below()}>
              {(key) => (
                <Show when={tie(key)}>
                  {(current) => <CastingVoteForm reviewing={props.reviewing} tie={current()} />}
                </Show>
              )}
            </For>
          </div>
        </details>
      </Show>
    </section>
  )
}
