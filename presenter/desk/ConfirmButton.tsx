import type { JSX } from 'solid-js'
import * as buttonsStyles from './buttons.module.css'
import * as deskStyles from './desk.module.css'
import * as dialogStyles from './dialog.module.css'

// A double click comes within this time.
const doubleClickMs = 500

/** The focus is on Cancel, so that no clicker can confirm. */
export function ConfirmButton(props: {
  class: string
  label: JSX.Element
  question: string
  detail?: string
  confirm: string
  onConfirm: () => void
}) {
  let dialog!: HTMLDialogElement
  let opener!: HTMLButtonElement
  let openedAtMs = 0
  let byPointer = false

  const open = (e: MouseEvent) => {
    openedAtMs = performance.now()
    byPointer = e.detail > 0
    dialog.showModal()
  }
  const confirm = () => {
    if (performance.now() - openedAtMs < doubleClickMs) return
    dialog.close()
    props.onConfirm()
  }
  // The browser returns the focus to the button. After a click, the next key must control the show again.
  const onClose = () => {
    if (byPointer) opener.blur()
  }

  return (
    <>
      <button type="button" class={props.class} ref={opener} onClick={open}>
        {props.label}
      </button>
      <dialog class={dialogStyles.dialog} ref={dialog} onClose={onClose}>
        <h2>{props.question}</h2>
        <p>{props.detail}</p>
        <div class={deskStyles.row}>
          <button type="button" class={buttonsStyles.button} autofocus onClick={() => dialog.close()}>
            Cancel
          </button>
          <button type="button" class={`${buttonsStyles.button} ${buttonsStyles.danger}`} onClick={confirm}>
            {props.confirm}
          </button>
        </div>
      </dialog>
    </>
  )
}
