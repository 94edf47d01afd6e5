import { For, Show } from 'solid-js'
import type { TeamPack } from '../../../api/schema/feedback.ts'
import * as styles from './profile.module.css'
import { commentsWords } from './profile-words.ts'

export function Comments(props: { pack: TeamPack }) {
  return (
    <>
      <Show when={props.pack.comments.length}>
        <ul class={styles.comments}>
          <For each={props.pack.comments}>{(words) => <li dir="auto">{words}</li>}</For>
        </ul>
      </Show>
      <Show when={commentsWords(props.pack)}>
        <p class="dim">{commentsWords(props.pack)}</p>
      </Show>
    </>
  )
}
