import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import * as styles from '../judge.module.css'

export function AboutTeam(props: { entry: Entry | undefined }) {
  return (
    <div class={styles.about}>
      <p dir="auto">
        <strong>{props.entry?.title}</strong>
      </p>
      <Show when={props.entry?.summary}>
        <p dir="auto">{props.entry?.summary}</p>
      </Show>
      <Show when={props.entry?.organisations.length}>
        <p class="dim" dir="auto">
          {props.entry?.organisations.join(' · ')}
        </p>
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
  )
}
