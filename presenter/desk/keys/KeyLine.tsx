import { For } from 'solid-js'
import { keyNames } from '../../../web/core/desk-keys.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import { Key } from './Key.tsx'

const mainPresses = ['next', 'back', 'start-pause', 'more-time', 'blank', 'undo']

export function KeyLine(props: { desk: Desk }) {
  return (
    <footer class={deskStyles.keyLine}>
      <For each={keyNames.filter((line) => mainPresses.includes(line.press))}>
        {(line) => (
          <span>
            <Key name={line.keys[0]!} /> {line.action}
          </span>
        )}
      </For>
      <button type="button" class={buttonsStyles.quiet} onClick={() => props.desk.press('keys')}>
        <Key name="?" /> all keys
      </button>
    </footer>
  )
}
