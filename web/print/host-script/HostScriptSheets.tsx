import { For, Show } from 'solid-js'
import { listScript } from '../../../api/rules/result/host-script.ts'
import { announcement, scriptEnd, scriptHints, scriptTitle } from '../../core/words/host-script-words.ts'
import type { KindProps } from '../kind-props.ts'
import { Sheet } from '../Sheet.tsx'
import { chunk } from '../sheets.ts'
import * as styles from './host-script.module.css'

const perPage = 8

/** Award by award, without a team: the paper may lie on a table before the reveal. */
export function HostScriptSheets(props: KindProps) {
  const event = () => props.printing.now.event
  const pages = () => chunk(listScript(event(), props.printing.now.prizes, []).coming, perPage)
  return (
    <For each={pages()}>
      {(lines, page) => (
        <Sheet printing={props.printing}>
          <article class={styles.script}>
            <h2 dir="auto">{event().name}</h2>
            <p>Host’s script{pages().length > 1 ? ` · page ${page() + 1} of ${pages().length}` : ''}</p>
            <Show when={page() === 0}>
              <ul>
                <For each={scriptHints}>{(hint) => <li>{hint}</li>}</For>
              </ul>
            </Show>
            <ol start={page() * perPage + 1}>
              <For each={lines}>
                {(line) => (
                  <li>
                    <p class={styles.title} dir="auto">
                      {scriptTitle(line)}
                    </p>
                    <p class={styles.say} dir="auto">
                      {announcement(line)}
                    </p>
                    <p class={styles.teamLine}>Team</p>
                  </li>
                )}
              </For>
            </ol>
            <Show when={page() === pages().length - 1}>
              <p class={styles.say}>{scriptEnd}</p>
            </Show>
          </article>
        </Sheet>
      )}
    </For>
  )
}
