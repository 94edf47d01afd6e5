import { For, Show } from 'solid-js'
import { awardsOf } from '../../api/rules/result/shown-awards.ts'
import { awardName } from '../../api/rules/words/award-name.ts'
import { tableWords } from '../../api/rules/words/table-words.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Award } from '../../api/schema/result.ts'
import * as styles from './gallery.module.css'

export function GalleryCard(props: { slug: string; entry: Entry; awards: Award[] }) {
  const won = () => awardsOf(props.awards, props.entry.id)
  return (
    <li class={styles.card} classList={{ [styles.pictured]: props.entry.picture !== null }}>
      <Show when={props.entry.picture}>
        {/* The alt text is empty because name and title are beside it. */}
        {(address) => <img class={styles.picture} src={address()} alt="" loading="lazy" />}
      </Show>
      <div class={styles.words}>
        <h2 dir="auto">
          <a href={`/e/${props.slug}/entry/${props.entry.id}`}>{props.entry.team}</a>
        </h2>
        <p dir="auto">
          <strong>{props.entry.title}</strong>
        </p>
        <Show when={props.entry.summary}>
          <p dir="auto">{props.entry.summary}</p>
        </Show>
        <Show when={won().length > 0}>
          <ul class={styles.awards} aria-label="Awards">
            <For each={won()}>
              {(award) => (
                <li class="pill" dir="auto">
                  {awardName(award)}
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={tableWords(props.entry)}>{(table) => <p class={styles.table}>{table()}</p>}</Show>
      </div>
    </li>
  )
}
