import { Show } from 'solid-js'
import { TextField } from '../../ui/fields/TextField.tsx'
import { LevelFields } from './LevelFields.tsx'
import { type CriterionValues, stepsOf } from './rubric-form.ts'

type Props = {
  question: CriterionValues
  problemOf: (field: string) => string | undefined
  onChange: (make: (draft: CriterionValues) => void) => void
  weighted?: boolean
}

export function QuestionFields(props: Props) {
  const set = (field: 'name' | 'description' | 'min' | 'max' | 'weight') => (value: string) =>
    props.onChange((draft) => {
      draft[field] = value
    })
  return (
    <>
      <TextField
        label="The question"
        value={props.question.name}
        onInput={set('name')}
        problem={props.problemOf('name')}
        input={{ autocomplete: 'off', required: true }}
      />
      <TextField
        label="What to think of (optional)"
        value={props.question.description}
        onInput={set('description')}
        problem={props.problemOf('description')}
        input={{ autocomplete: 'off' }}
      />
      <div class="grid narrow">
        <TextField
          label="Lowest score"
          value={props.question.min}
          onInput={set('min')}
          problem={props.problemOf('min')}
          input={{ inputmode: 'numeric', autocomplete: 'off' }}
        />
        <TextField
          label="Highest score"
          value={props.question.max}
          onInput={set('max')}
          problem={props.problemOf('max')}
          input={{ inputmode: 'numeric', autocomplete: 'off' }}
        />
        <Show when={props.weighted}>
          <TextField
            label="Weight"
            value={props.question.weight}
            onInput={set('weight')}
            problem={props.problemOf('weight')}
            input={{ inputmode: 'decimal', autocomplete: 'off' }}
          />
        </Show>
      </div>
      <LevelFields
        steps={stepsOf(props.question)}
        criterion={props.question}
        problemOf={props.problemOf}
        onChange={props.onChange}
      />
    </>
  )
}
