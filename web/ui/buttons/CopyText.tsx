import { createSignal, createUniqueId, Show } from 'solid-js'
import { copyFrom } from '../../core/browser/clipboard.ts'

type Props = { label: string; hint?: string; text: string; rows?: number; onCopied?: () => void }

export function CopyText(props: Props) {
  const id = createUniqueId()
  const [message, setMessage] = createSignal('')
  let field!: HTMLInputElement & HTMLTextAreaElement

  async function copy() {
    setMessage('')
    const copied = await copyFrom(field)
    setMessage(copied ? 'Copied' : 'Selected: now press Ctrl+C, or hold to copy')
    if (copied) props.onCopied?.()
  }

  return (
    <div class="field copy">
      <label for={id}>{props.label}</label>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <div class="copy-line">
        <Show
          when={props.rows}
          fallback={
            <input
              id={id}
              ref={field}
              readonly
              value={props.text}
              aria-describedby={props.hint ? `${id}-hint` : undefined}
              onFocus={() => field.select()}
            />
          }
        >
          <textarea
            class="field-control"
            id={id}
            ref={field}
            readonly
            rows={props.rows}
            value={props.text}
            aria-describedby={props.hint ? `${id}-hint` : undefined}
          />
        </Show>
        <button class="button quiet" type="button" onClick={copy}>
          Copy<span class="spoken"> {props.label}</span>
        </button>
      </div>
      <p class="form-message" role="status">
        {message()}
      </p>
    </div>
  )
}
