import { createUniqueId, type JSX, Show } from 'solid-js'

type Props = {
  label: string
  hint?: string
  problem?: string
  value: string
  onInput: (value: string) => void
  input?: JSX.InputHTMLAttributes<HTMLInputElement>
}

export function TextField(props: Props) {
  const id = createUniqueId()
  const about = () => [props.hint && `${id}-hint`, props.problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <input
        {...props.input}
        id={id}
        dir="auto"
        value={props.value}
        aria-describedby={about() || undefined}
        aria-invalid={props.problem ? 'true' : undefined}
        onInput={(e) => props.onInput(e.currentTarget.value)}
      />
      <Show when={props.problem}>
        <p class="field-problem" id={`${id}-problem`}>
          {props.problem}
        </p>
      </Show>
    </div>
  )
}
