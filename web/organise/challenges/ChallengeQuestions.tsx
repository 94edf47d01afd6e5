import { For, Show } from 'solid-js'
import * as styles from '../organise.module.css'
import { QuestionFields } from '../rubric/QuestionFields.tsx'
import { blankCriterion } from '../rubric/rubric-form.ts'
import { type ChallengeValues, maxOwnQuestions } from './challenges-form.ts'

type Props = {
  challenge: ChallengeValues
  frozen: boolean
  problemOf: (field: string) => string | undefined
  onChange: (make: (draft: ChallengeValues) => void) => void
}

export function ChallengeQuestions(props: Props) {
  let element!: HTMLDivElement
  const criteria = () => props.challenge.criteria

  function add() {
    props.onChange((draft) => {
      draft.criteria.push({ ...blankCriterion, levels: {} })
    })
    element.querySelector<HTMLInputElement>('fieldset:last-of-type input')?.focus()
  }
  function remove(n: number) {
    props.onChange((draft) => {
      draft.criteria.splice(n, 1)
    })
    element.querySelector<HTMLElement>('h3')?.focus()
  }

  return (
    <div class="stack" ref={element}>
      <div>
        <h3 tabindex="-1">Its own questions</h3>
        <p class="dim">
          {criteria().length > 0
            ? 'Its judges answer them on the same ballot, for its teams only. They alone decide this prize.'
            : 'None: the marks that its judges give by the rubric decide this prize.'}
        </p>
      </div>
      <For each={criteria()}>
        {(question, n) => (
          <fieldset class={styles.criterion}>
            <legend>Question {n() + 1}</legend>
            <div class="stack">
              <QuestionFields
                question={question}
                problemOf={(field) => props.problemOf(`criteria/${n()}/${field}`)}
                onChange={(make) => props.onChange((draft) => make(draft.criteria[n()]!))}
              />
              <Show when={!props.frozen}>
                <div class="buttons">
                  <button class="button quiet" type="button" onClick={() => remove(n())}>
                    Remove question {n() + 1}
                  </button>
                </div>
              </Show>
            </div>
          </fieldset>
        )}
      </For>
      <Show when={!props.frozen && criteria().length < maxOwnQuestions}>
        <div class="buttons">
          <button class="button quiet" type="button" onClick={add}>
            {criteria().length > 0 ? 'Add another question' : 'Add a question of its own'}
          </button>
        </div>
      </Show>
    </div>
  )
}
