import { createUniqueId, For, Show } from 'solid-js'

type Props = {
  label: string
  hint?: string
  value: string
  options: { value: string; label: string }[]
  onInput: (value: string) => void
}

export function SelectField(props: Props) {
  const id = createUniqueId()
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <select
        class="field-control"
        id={id}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onInput={(e) => props.onInput(e.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </div>
  )
}
