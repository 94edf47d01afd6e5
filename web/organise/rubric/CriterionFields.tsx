import { Show, untrack } from 'solid-js'
import type { Form } from '../../core/form.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import * as styles from '../organise.module.css'
import { LevelFields } from './LevelFields.tsx'
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
  const set = (field: 'name' | 'description' | 'min' | 'max' | 'weight') => (value: string) =>
    change((draft) => {
      draft[field] = value
    })
  const isNew = untrack(() => !props.criterion.name)
  const hasProblem = () => Boolean(props.form.problemOf(`criteria/${props.n}`))
  const about = () => {
    const { min, max, weight } = props.criterion
    return `${min} to ${max} · weight ${weight} · ${wordedSteps()} of ${steps().length} scores in words`
  }
  const steps = () => stepsOf(props.criterion)
  const wordedSteps = () => steps().filter((step) => props.criterion.levels[step]).length

  return (
    <li>
      <details class={styles.question} data-question open={hasProblem() || isNew}>
        <summary>
          <span class="row-slot">{props.n + 1}</span>
          <span class="row-main">
            <strong dir="auto">{props.criterion.name || 'A new question'}</strong>
            <span>{about()}</span>
          </span>
        </summary>
        <div class={styles.panel}>
          <TextField
            label="The question"
            value={props.criterion.name}
            onInput={set('name')}
            problem={problemOf('name')}
            input={{ autocomplete: 'off', required: true }}
          />
          <TextField
            label="What to think of (optional)"
            value={props.criterion.description}
            onInput={set('description')}
            problem={problemOf('description')}
            input={{ autocomplete: 'off' }}
          />
          <div class="grid narrow">
            <TextField
              label="Lowest score"
              value={props.criterion.min}
              onInput={set('min')}
              problem={problemOf('min')}
              input={{ inputmode: 'numeric', autocomplete: 'off' }}
            />
            <TextField
              label="Highest score"
              value={props.criterion.max}
              onInput={set('max')}
              problem={problemOf('max')}
              input={{ inputmode: 'numeric', autocomplete: 'off' }}
            />
            <TextField
              label="Weight"
              value={props.criterion.weight}
              onInput={set('weight')}
              problem={problemOf('weight')}
              input={{ inputmode: 'decimal', autocomplete: 'off' }}
            />
          </div>
          <LevelFields steps={steps()} criterion={props.criterion} problemOf={problemOf} onChange={change} />
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
