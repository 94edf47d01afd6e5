import { For, Show } from 'solid-js'
import { CostFormEnd } from '../cost/CostFormEnd.tsx'
import { createCostForm } from '../cost/cost-form.ts'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'
import { CriterionFields } from './CriterionFields.tsx'
import { RubricPresets } from './RubricPresets.tsx'
import { blankCriterion, checkRubric, rubricBody, rubricValues } from './rubric-form.ts'
import { WeightExample } from './WeightExample.tsx'

const maxQuestions = 12
const costWords = {
  save: 'Save the questions',
  question: 'Judges have scored already. Change the questions anyway?',
  leave: 'Leave the rubric as it is',
}

export function RubricSection(props: { organising: Organising }) {
  let list!: HTMLOListElement
  const costForm = createCostForm({
    saved: () => rubricValues(props.organising.now.event.criteria),
    check: checkRubric,
    send: (values, accepted) => props.organising.saveRubric(rubricBody(values), accepted),
  })
  const { form } = costForm
  const criteria = () => form.values.criteria

  function add() {
    form.change((draft) => {
      draft.criteria.push({ ...blankCriterion, levels: {} })
    })
    list.querySelector<HTMLInputElement>('li:last-child input')?.focus()
  }
  function remove(n: number) {
    form.change((draft) => {
      draft.criteria.splice(n, 1)
    })
    list.querySelectorAll<HTMLElement>('[data-question] > summary')[Math.min(n, criteria().length - 1)]?.focus()
  }
  function move(n: number, by: number) {
    form.change((draft) => {
      const [criterion] = draft.criteria.splice(n, 1)
      if (criterion) draft.criteria.splice(n + by, 0, criterion)
    })
    list.querySelectorAll<HTMLElement>('[data-question] > summary')[n + by]?.focus()
  }

  return (
    <section class="section" id="questions" aria-labelledby="rubric-title">
      <header>
        <h2 id="rubric-title">Questions</h2>
        <p class="dim">The questions every judge answers about every team, in this order on their phones.</p>
      </header>
      <Show when={props.organising.scored()}>
        <p class={styles.note}>
          Judges have scored with this rubric. You can still improve the words. Before any other change, you see what it
          would cost.
        </p>
      </Show>
      <form class="form" onSubmit={form.submit} novalidate>
        <RubricPresets form={form} />
        <ol class={styles.criteria} ref={list}>
          <For each={criteria()}>
            {(criterion, n) => (
              <CriterionFields
                form={form}
                criterion={criterion}
                n={n()}
                of={criteria().length}
                onMove={(by) => move(n(), by)}
                onRemove={() => remove(n())}
              />
            )}
          </For>
        </ol>
        <div class="buttons">
          <Show
            when={criteria().length < maxQuestions}
            fallback={<p class="dim">A rubric takes at most {maxQuestions} questions.</p>}
          >
            <button class="button quiet" type="button" onClick={add}>
              Add a question
            </button>
          </Show>
        </div>
        <WeightExample values={form.values} />
        <CostFormEnd costForm={costForm} words={costWords} />
      </form>
    </section>
  )
}
