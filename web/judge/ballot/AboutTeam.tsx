import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'

/** What the team says of itself, for a judge who came in late. Its picture is fetched when it is asked for. */
export function AboutTeam(props: { entry: Entry | undefined }) {
  return (
    <Show when={props.entry?.summary || props.entry?.organisations.length || props.entry?.picture}>
      <div class="about dim">
        <Show when={props.entry?.summary}>
          <p dir="auto">{props.entry?.summary}</p>
        </Show>
        <Show when={props.entry?.organisations.length}>
          <p dir="auto">{props.entry?.organisations.join(' · ')}</p>
        </Show>
        <Show when={props.entry?.picture}>
          {(address) => (
            <details>
              <summary>Their picture</summary>
              <img src={address()} alt="What the team made, or the team" loading="lazy" />
            </details>
          )}
        </Show>
      </div>
    </Show>
  )
}
