import { For, Show } from 'solid-js'
import { councilHackDay } from '../../../api/rules/rubrics.ts'
import { createForm } from '../../client/form.ts'
import type { Organising } from '../../client/organising.ts'
import { blankCriterion, checkRubric, rubricBody, rubricValues } from '../../client/rubric-form.ts'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { CriterionFields } from './CriterionFields.tsx'
import { WeightExample } from './WeightExample.tsx'

const most = 12

/** How entries are judged: questions in words, and what each score on them means. */
export function RubricSection(props: { organising: Organising }) {
  let list!: HTMLOListElement
  const form = createForm({
    kept: () => rubricValues(props.organising.now.event.criteria),
    check: checkRubric,
    async send(values) {
      await props.organising.saveRubric(rubricBody(values))
      return 'Saved'
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
    list.querySelectorAll<HTMLElement>('.question > summary')[Math.min(n, criteria().length - 1)]?.focus()
  }
  function move(n: number, by: number) {
    form.change((draft) => {
      const [one] = draft.criteria.splice(n, 1)
      if (one) draft.criteria.splice(n + by, 0, one)
    })
    list.querySelectorAll<HTMLElement>('.question > summary')[n + by]?.focus()
  }

  return (
    <section class="section" id="rubric" aria-labelledby="rubric-title">
      <header>
        <h2 id="rubric-title">Rubric</h2>
        <p class="dim">The questions every judge answers about every team, in this order on their phones.</p>
      </header>
      <Show when={props.organising.scored()}>
        <p class="note">Judges have already scored with this rubric, so it stays as it is.</p>
      </Show>
      <form class="form" onSubmit={form.submit} novalidate>
        <ol class="criteria" ref={list}>
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
          <Show when={criteria().length < most} fallback={<p class="dim">A rubric takes at most {most} questions.</p>}>
            <button class="button quiet" type="button" onClick={add}>
              Add a question
            </button>
          </Show>
          <button
            class="button quiet"
            type="button"
            onClick={() =>
              form.change((draft) => {
                draft.criteria = rubricValues(councilHackDay).criteria
              })
            }
          >
            Fill in the ready-made rubric
          </button>
        </div>
        <WeightExample values={form.values} />
        <FormEnd form={form} label="Save the rubric" />
      </form>
    </section>
  )
}
