import { For } from 'solid-js'
import * as styles from './slides.module.css'

export function PageList(props: { pictures: string[]; label: string }) {
  return (
    <ol class={styles.pages} aria-label={props.label}>
      <For each={props.pictures}>
        {(address, at) => (
          <li>
            <img src={address} alt={`Page ${at() + 1}`} loading="lazy" />
            <span class="figures">{at() + 1}</span>
          </li>
        )}
      </For>
    </ol>
  )
}
