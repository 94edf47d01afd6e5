import { Show, untrack } from 'solid-js'
import type { Form } from '../../core/form.ts'
import { openOnProblem } from '../../ui/fields/open-on-problem.ts'
import * as styles from '../organise.module.css'
import { QuestionFields } from './QuestionFields.tsx'
import { type CriterionValues, type RubricValues, stepsOf } from './rubric-form.ts'

type Props = {
  form: Form<RubricValues>
  criterion: CriterionValues
  n: number
  of: number
  onMove: (by: number) => void
  onRemove: () => void
}

export function CriterionFields(props: Props) {
  const problemOf = (field: string) => props.form.problemOf(`criteria/${props.n}/${field}`)
  const change = (make: (draft: CriterionValues) => void) =>
    props.form.change(({ criteria }) => {
      const draft = criteria[props.n]
      if (draft) make(draft)
    })
  const isNew = untrack(() => !props.criterion.name)
  let details!: HTMLDetailsElement
  openOnProblem(
    () => details,
    () => Boolean(props.form.problemOf(`criteria/${props.n}`)),
  )
  const about = () => {
    const { min, max, weight } = props.criterion
    return `${min} to ${max} · weight ${weight} · ${wordedSteps()} of ${steps().length} scores in words`
  }
  const steps = () => stepsOf(props.criterion)
  const wordedSteps = () => steps().filter((step) => props.criterion.levels[step]).length

  return (
    <li>
      <details class={styles.question} data-question open={isNew} ref={details}>
        <summary>
          <span class="row-slot">{props.n + 1}</span>
          <span class="row-main">
            <strong dir="auto">{props.criterion.name || 'A new question'}</strong>
            <span>{about()}</span>
          </span>
        </summary>
        <div class={styles.panel}>
          <QuestionFields question={props.criterion} problemOf={problemOf} onChange={change} weighted />
          <div class="buttons">
            <button
              class={`button quiet ${styles.arrow}`}
              type="button"
              aria-disabled={props.n === 0}
              onClick={() => props.n > 0 && props.onMove(-1)}
            >
              <span aria-hidden="true">↑</span>
              <span class="spoken">Question {props.n + 1} earlier</span>
            </button>
            <button
              class={`button quiet ${styles.arrow}`}
              type="button"
              aria-disabled={props.n === props.of - 1}
              onClick={() => props.n < props.of - 1 && props.onMove(1)}
            >
              <span aria-hidden="true">↓</span>
              <span class="spoken">Question {props.n + 1} later</span>
            </button>
            <Show when={props.of > 1}>
              <button class="button quiet" type="button" onClick={() => props.onRemove()}>
                Remove<span class="spoken"> question {props.n + 1}</span>
              </button>
            </Show>
          </div>
        </div>
      </details>
    </li>
  )
}
