import { createEffect, For } from 'solid-js'
import { keyNames } from '../../../web/core/desk-keys.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as dialogStyles from '../dialog.module.css'
import { Key } from './Key.tsx'
import type { createKeys } from './keys.ts'

export function AllKeys(props: { desk: Desk; keys: ReturnType<typeof createKeys> }) {
  let dialog!: HTMLDialogElement
  createEffect(() => {
    if (props.desk.keysShown()) dialog.showModal()
  })
  return (
    <dialog
      class={`${dialogStyles.dialog} ${dialogStyles.allKeys}`}
      ref={dialog}
      onClose={() => props.desk.showKeys(false)}
    >
      <h2>Keys</h2>
      <dl>
        <For each={keyNames}>
          {(line) => (
            <div>
              <dt>
                <For each={line.keys}>{(name) => <Key name={name} />}</For>
              </dt>
              <dd>{line.action}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class={`dim ${deskStyles.small}`}>
        Closing scoring, the start of the reveal and publishing have no key. Escape never stops the show. Keys pressed
        in the stage’s window on this laptop arrive here too.
      </p>
      <label class={dialogStyles.check}>
        <input
          type="checkbox"
          checked={props.keys.letters()}
          onChange={(e) => props.keys.setLetters(e.currentTarget.checked)}
        />
        Letters and signs work as keys
      </label>
      <div class={deskStyles.row}>
        <button type="button" class={buttonsStyles.button} autofocus onClick={() => dialog.close()}>
          Close
        </button>
      </div>
    </dialog>
  )
}
