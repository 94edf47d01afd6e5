import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'

/** What the team says of itself, for a judge who came in late. */
export function AboutTeam(props: { entry: Entry | undefined }) {
  return (
    <Show when={props.entry?.summary || props.entry?.organisations.length}>
      <div class="about dim">
        <Show when={props.entry?.summary}>
          <p dir="auto">{props.entry?.summary}</p>
        </Show>
        <Show when={props.entry?.organisations.length}>
          <p dir="auto">{props.entry?.organisations.join(' · ')}</p>
        </Show>
      </div>
    </Show>
  )
}
