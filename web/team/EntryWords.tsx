import { Show } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import * as styles from '../ui/forms/picture.module.css'

export function EntryWords(props: { entry: Entry; why: string }) {
  return (
    <section>
      <h2>Your entry</h2>
      <p class="dim">{props.why}</p>
      <Show when={props.entry.picture}>
        {(address) => <img class={styles.picture} src={address()} alt="What your team made, or your team" />}
      </Show>
      <p>
        <strong dir="auto">{props.entry.title}</strong>
      </p>
      <Show when={props.entry.summary}>
        <p dir="auto">{props.entry.summary}</p>
      </Show>
      <Show when={props.entry.members.length}>
        <p dir="auto">{props.entry.members.join(' · ')}</p>
      </Show>
      <Show when={props.entry.organisations.length}>
        <p class="dim" dir="auto">
          {props.entry.organisations.join(' · ')}
        </p>
      </Show>
      <Show when={props.entry.link}>
        <p>
          <a href={props.entry.link} rel="noopener">
            {props.entry.link}
          </a>
        </p>
      </Show>
    </section>
  )
}
