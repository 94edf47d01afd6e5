import { createMemo, For, Show } from 'solid-js'
import type { Tie } from '../review-groups.ts'
import type { Reviewing } from '../reviewing.ts'
import { CastingVoteForm } from './CastingVoteForm.tsx'

type Props = { reviewing: Reviewing; ties: Tie[] }

/** The chair's word where marks cannot part teams: the places that are honoured first, the rest folded away. */
export function CastingVotes(props: Props) {
  const places = () => props.reviewing.organising.now.event.places
  // By key, so that a form somebody is filling in stays while the review is read again.
  const keys = (honoured: boolean) =>
    createMemo(() => props.ties.filter((tie) => tie.rank <= places() === honoured).map((tie) => tie.key))
  const above = keys(true)
  const below = keys(false)
  const tie = (key: string) => props.ties.find((one) => one.key === key)
  return (
    <section class="section" aria-labelledby="votes">
      <header>
        <h2 id="votes">The chair’s casting vote</h2>
        <p>
          It parts teams that share a place, after marks have failed to. It is recorded with who gave it and why, and
          shown as such in the reveal and in the record.
        </p>
      </header>
      <For each={above()}>
        {(key) => <Show when={tie(key)}>{(one) => <CastingVoteForm reviewing={props.reviewing} tie={one()} />}</Show>}
      </For>
      <Show when={below().length}>
        <details class="more">
          <summary>Ties below the places that are honoured ({below().length})</summary>
          <div class="stack">
            <For each={below()}>
              {(key) => (
                <Show when={tie(key)}>{(one) => <CastingVoteForm reviewing={props.reviewing} tie={one()} />}</Show>
              )}
            </For>
          </div>
        </details>
      </Show>
    </section>
  )
}
