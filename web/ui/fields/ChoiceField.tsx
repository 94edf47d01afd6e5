import { createUniqueId, For, Show } from 'solid-js'

type Props = {
  label: string
  value: string
  options: { value: string; label: string; hint?: string }[]
  problem?: string
  onInput: (value: string) => void
}

export function ChoiceField(props: Props) {
  const id = createUniqueId()
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <label class="choice-option">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onInput(option.value)}
            />
            <span>
              <strong>{option.label}</strong>
              <Show when={option.hint}>
                <span class="choice-hint"> {option.hint}</span>
              </Show>
            </span>
          </label>
        )}
      </For>
      <Show when={props.problem}>
        <p class="field-problem">{props.problem}</p>
      </Show>
    </fieldset>
  )
}
