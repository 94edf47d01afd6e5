import { createUniqueId, Show } from 'solid-js'

type Props = {
  label: string
  quiet?: boolean
  hint?: string
  problem?: string
  value: string
  rows?: number
  maxlength?: number
  onInput: (value: string) => void
}

export function LongField(props: Props) {
  const id = createUniqueId()
  const about = () => [props.hint && `${id}-hint`, props.problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id} class={props.quiet ? 'spoken' : undefined}>
        {props.label}
      </label>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <textarea
        class="field-control"
        id={id}
        dir="auto"
        rows={props.rows ?? 3}
        maxlength={props.maxlength}
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
