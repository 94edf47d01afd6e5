import { For } from 'solid-js'
import * as styles from '../organise.module.css'

export type ScreenLink = { to: string; name: string; words: string }

export function ScreenLinks(props: { screens: ScreenLink[] }) {
  return (
    <ul class={styles.screens}>
      <For each={props.screens}>
        {(screen) => (
          <li>
            <a class={styles.screen} href={screen.to} target="_blank" rel="noopener">
              <strong>{screen.name}</strong>
              <span class="dim">{screen.words}</span>
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}
