import { For } from 'solid-js'
import { keyNames } from '../../core/desk-keys.ts'
import * as styles from './run-sheet.module.css'

const contacts = ['Operator at the desk', 'Host', 'Technician', 'Venue', 'Wi-Fi']

export function RunSheetEnd() {
  return (
    <article class={styles.runEnd} data-piece>
      <h3>Keys of the desk</h3>
      <dl class={styles.deskKeys}>
        <For each={keyNames}>
          {(line) => (
            <div>
              <dt>{line.keys.join(' or ')}</dt>
              <dd>{line.action}</dd>
            </div>
          )}
        </For>
      </dl>
      <h3>Who to call</h3>
      <ul class={styles.contacts}>
        <For each={contacts}>{(who) => <li>{who}</li>}</For>
      </ul>
    </article>
  )
}
