import { For } from 'solid-js'
import { keyNames } from '../../core/desk-keys.ts'

const contacts = ['Operator at the desk', 'Host', 'Technician', 'Venue', 'Wi-Fi']

export function RunSheetEnd() {
  return (
    <article class="run-end" data-piece>
      <h3>Keys of the desk</h3>
      <dl class="desk-keys">
        <For each={keyNames}>
          {(line) => (
            <div>
              <dt>{line.keys.join(' or ')}</dt>
              <dd>{line.does}</dd>
            </div>
          )}
        </For>
      </dl>
      <h3>Who to call</h3>
      <ul class="contacts">
        <For each={contacts}>{(who) => <li>{who}</li>}</For>
      </ul>
    </article>
  )
}
