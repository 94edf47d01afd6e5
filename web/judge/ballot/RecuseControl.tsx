import { createSignal, Show } from 'solid-js'
import * as styles from '../judge.module.css'

export function RecuseControl(props: { onRecuse: () => void }) {
  const [asking, setAsking] = createSignal(false)
  let question!: HTMLDivElement
  let button!: HTMLButtonElement
  function showConfirmation() {
    setAsking(true)
    question.focus({ preventScroll: true })
    question.scrollIntoView({ block: 'nearest' })
  }
  function cancel() {
    setAsking(false)
    button.focus()
  }
  return (
    <Show
      when={asking()}
      fallback={
        <button class="button quiet" type="button" ref={button} onClick={showConfirmation}>
          Step aside from this team…
        </button>
      }
    >
      <div class={styles.recuse} ref={question} tabindex="-1">
        <p>Do you work with this team, or have an interest in it? Your scores for it will then not count.</p>
        <button class="button" type="button" onClick={() => props.onRecuse()}>
          Yes, step aside
        </button>
        <button class="button quiet" type="button" onClick={cancel}>
          No, I can score it
        </button>
      </div>
    </Show>
  )
}
