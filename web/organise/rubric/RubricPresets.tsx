import { createSignal, For, Show } from 'solid-js'
import { type Preset, presets } from '../../../api/rules/ballot/rubric-presets.ts'
import type { Form } from '../../core/form.ts'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import * as styles from '../organise.module.css'
import { type RubricValues, rubricValues } from './rubric-form.ts'

export function RubricPresets(props: { form: Form<RubricValues> }) {
  const [chosen, setChosen] = createSignal<Preset>(presets[0]!)
  const [previous, setPrevious] = createSignal<RubricValues>()
  const [status, setStatus] = createSignal('')
  const options = presets.map(({ id, name, about }) => ({ value: id, label: `${name}.`, hint: about }))

  function fill(values: RubricValues, words: string) {
    props.form.change((draft) => {
      draft.criteria = values.criteria
    })
    setStatus(words)
  }
  function use() {
    setPrevious(JSON.parse(JSON.stringify(props.form.values)))
    fill(rubricValues(chosen().criteria), `“${chosen().name}” is in the form below. It counts once you save it`)
  }
  function goBack(values: RubricValues) {
    setPrevious(undefined)
    fill(values, 'The questions are as they were')
  }
  return (
    <details class="more">
      <summary>Start from a ready-made rubric</summary>
      <div class="stack">
        <ChoiceField
          label="Rubrics for a hack day"
          value={chosen().id}
          options={options}
          onInput={(id) => setChosen(presets.find((preset) => preset.id === id) ?? chosen())}
        />
        <div class={styles.preset} role="status">
          <h3>{chosen().name}</h3>
          <ol>
            <For each={chosen().criteria}>
              {(criterion) => (
                <li>
                  <strong>{criterion.name}</strong>
                  <span class="dim">
                    {' '}
                    From {criterion.min}, “{criterion.levels[criterion.min]}” to {criterion.max}, “
                    {criterion.levels[criterion.max]}”
                  </span>
                </li>
              )}
            </For>
          </ol>
        </div>
        <div class="buttons">
          <button class="button quiet" type="button" onClick={use}>
            Use these questions
          </button>
          <Show when={previous()}>
            {(values) => (
              <button class="button quiet" type="button" onClick={() => goBack(values())}>
                Put back what was there
              </button>
            )}
          </Show>
          <p class="form-message" role="status">
            {status()}
          </p>
        </div>
      </div>
    </details>
  )
}
