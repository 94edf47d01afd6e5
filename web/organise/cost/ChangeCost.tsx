import { For, onMount } from 'solid-js'
import { costWords } from '../../../api/rules/ballot/change-cost.ts'
import * as styles from '../organise.module.css'
import type { CostForm, CostWords } from './cost-form.ts'

// biome-ignore lint/suspicious/noExplicitAny: any form may have a cost
type Props = { costForm: CostForm<any>; words: CostWords }

export function ChangeCost(props: Props) {
  let element!: HTMLFieldSetElement
  let cancelButton!: HTMLButtonElement
  onMount(() => cancelButton.focus())
  const leave = () => props.costForm.leave(element.form!)
  return (
    <fieldset
      class="inline-confirm"
      ref={element}
      onKeyDown={(e) => {
        if (e.key === 'Escape') leave()
      }}
    >
      <legend>{props.words.question}</legend>
      <div role="alert">
        <ul class={styles.costs}>
          <For each={costWords(props.costForm.cost()!)}>{(words) => <li>{words}.</li>}</For>
        </ul>
      </div>
      <p class="dim">
        The judges’ phones then show the new questions. What each judge gave before stays in the history.
      </p>
      <div class="buttons">
        <button class="button quiet" type="button" ref={cancelButton} onClick={leave}>
          {props.words.leave}
        </button>
        <button
          class="button danger"
          type="button"
          aria-disabled={props.costForm.form.sending()}
          onClick={() => props.costForm.accept(element.form!)}
        >
          {props.costForm.form.sending() ? 'One moment…' : 'Change it anyway'}
        </button>
      </div>
    </fieldset>
  )
}
