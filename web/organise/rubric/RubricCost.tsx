import { For, onMount } from 'solid-js'
import { costWords } from '../../../api/rules/ballot/change-cost.ts'
import type { Cost } from '../../../api/schema/judging/cost.ts'
import * as styles from '../organise.module.css'

type Props = { cost: Cost; sending: boolean; onYes: () => void; onNo: () => void }

export function RubricCost(props: Props) {
  let cancelButton!: HTMLButtonElement
  onMount(() => cancelButton.focus())
  return (
    <fieldset
      class="inline-confirm"
      onKeyDown={(e) => {
        if (e.key === 'Escape') props.onNo()
      }}
    >
      <legend>Judges have scored already. Change the rubric all the same?</legend>
      <div role="alert">
        <ul class={styles.costs}>
          <For each={costWords(props.cost)}>{(words) => <li>{words}.</li>}</For>
        </ul>
      </div>
      <p class="dim">
        The judges’ phones then show the new questions. What each judge gave before stays in the history.
      </p>
      <div class="buttons">
        <button class="button quiet" type="button" ref={cancelButton} onClick={() => props.onNo()}>
          Leave the rubric as it is
        </button>
        <button class="button danger" type="button" aria-disabled={props.sending} onClick={() => props.onYes()}>
          {props.sending ? 'One moment…' : 'Change it all the same'}
        </button>
      </div>
    </fieldset>
  )
}
