import { createSignal, For, Show } from 'solid-js'
import type { Cost } from '../../../api/schema/judging/cost.ts'
import { Problem } from '../../core/api.ts'
import { createForm } from '../../core/form.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'
import { CriterionFields } from './CriterionFields.tsx'
import { RubricCost } from './RubricCost.tsx'
import { RubricPresets } from './RubricPresets.tsx'
import { blankCriterion, checkRubric, rubricBody, rubricValues } from './rubric-form.ts'
import { WeightExample } from './WeightExample.tsx'

const maxQuestions = 12

export function RubricSection(props: { organising: Organising }) {
  let list!: HTMLOListElement
  let element!: HTMLFormElement
  const [cost, setCost] = createSignal<Cost>()
  let acceptedCost: Cost | undefined
  const form = createForm({
    saved: () => rubricValues(props.organising.now.event.criteria),
    check: checkRubric,
    async send(values) {
      const accept = acceptedCost
      acceptedCost = undefined
      try {
        await props.organising.saveRubric(rubricBody(values), accept)
        setCost(undefined)
        return 'Saved'
      } catch (failure) {
        setCost(failure instanceof Problem ? failure.cost : undefined)
        throw failure
      }
    },
  })
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

  function leave() {
    setCost(undefined)
    form.dismiss()
    element.querySelector<HTMLElement>('[type="submit"]')?.focus()
  }

  return (
    <section class="section" id="rubric" aria-labelledby="rubric-title">
      <header>
        <h2 id="rubric-title">Rubric</h2>
        <p class="dim">The questions every judge answers about every team, in this order on their phones.</p>
      </header>
      <Show when={props.organising.scored()}>
        <p class={styles.note}>
          Judges have scored with this rubric. Better words cost nothing; for anything else you are told first what it
          would cost.
        </p>
      </Show>
      <form class="form" ref={element} onSubmit={form.submit} novalidate>
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
        <Show when={cost()} fallback={<FormEnd form={form} label="Save the rubric" />}>
          {(cost) => (
            <RubricCost
              cost={cost()}
              sending={form.sending()}
              onYes={() => {
                acceptedCost = cost()
                element.requestSubmit()
              }}
              onNo={leave}
            />
          )}
        </Show>
      </form>
    </section>
  )
}
