import { For, Show } from 'solid-js'
import { openOnProblem } from '../../ui/fields/open-on-problem.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { CriterionValues } from './rubric-form.ts'

type Props = {
  steps: number[]
  criterion: CriterionValues
  problemOf: (field: string) => string | undefined
  onChange: (make: (draft: CriterionValues) => void) => void
}

export function LevelFields(props: Props) {
  let details: HTMLDetailsElement | undefined
  openOnProblem(
    () => details,
    () => Boolean(props.problemOf('levels')),
  )
  return (
    <Show when={props.steps.length}>
      <details class="more" ref={details}>
        <summary>What the scores mean</summary>
        <div class="stack">
          <For each={props.steps}>
            {(step) => (
              <TextField
                label={`A ${step} means`}
                value={props.criterion.levels[step] ?? ''}
                onInput={(value) =>
                  props.onChange((draft) => {
                    draft.levels[step] = value
                  })
                }
                problem={props.problemOf(`levels/${step}`)}
                input={{ autocomplete: 'off' }}
              />
            )}
          </For>
        </div>
      </details>
    </Show>
  )
}
