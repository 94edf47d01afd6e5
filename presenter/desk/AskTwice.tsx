import type { JSX } from 'solid-js'
import './ask.css'

// Whoever presses twice by accident presses faster than this.
const settleMs = 500

/** A button for what cannot be undone: it asks first, with the focus on Cancel, and no clicker can answer. */
export function AskTwice(props: {
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
    if (performance.now() - openedAtMs < settleMs) return
    dialog.close()
    props.onConfirm()
  }
  // The browser gives the focus back to the button; after a click the keys belong to the show again.
  const closed = () => {
    if (byPointer) opener.blur()
  }

  return (
    <>
      <button type="button" class={props.class} ref={opener} onClick={open}>
        {props.label}
      </button>
      <dialog class="ask" ref={dialog} onClose={closed}>
        <h2>{props.question}</h2>
        <p>{props.detail}</p>
        <div class="row">
          <button type="button" class="button" autofocus onClick={() => dialog.close()}>
            Cancel
          </button>
          <button type="button" class="button danger" onClick={confirm}>
            {props.confirm}
          </button>
        </div>
      </dialog>
    </>
  )
}
