import { createSignal, createUniqueId, Show } from 'solid-js'
import { Problem } from '../../core/api.ts'
import { type PictureKind, smallPicture } from '../../core/browser/shrink-picture.ts'
import { sentence } from '../../core/form.ts'
import { Press } from '../buttons/Press.tsx'
import './picture.css'

type Props = {
  label: string
  hint: string
  kind: PictureKind
  picture: string | null
  /** What the picture is, for those who do not see it. */
  alt: string
  onChange: (picture: Blob | undefined) => Promise<unknown>
}

/** One picture: chosen, made small in the browser, sent at once; shown as it is now, and taken away. */
export function PictureField(props: Props) {
  const id = createUniqueId()
  const [problem, setProblem] = createSignal('')
  const [said, setSaid] = createSignal('')
  /** Chosen and made small, but not with the server yet: nobody has to look for it again. */
  const [unsent, setUnsent] = createSignal<Blob>()

  async function choose(input: HTMLInputElement) {
    const file = input.files?.[0]
    if (!file) return
    setUnsent(undefined)
    await tell(async () => send(await smallPicture(file, props.kind)))
    input.value = ''
  }
  async function send(picture: Blob) {
    try {
      await props.onChange(picture)
      setUnsent(undefined)
    } catch (failure) {
      const away = failure instanceof Problem && (failure.status === 0 || failure.status >= 500)
      setUnsent(() => (away ? picture : undefined))
      throw failure
    }
  }
  async function tell(sending: () => Promise<unknown>) {
    setProblem('')
    setSaid('One moment…')
    try {
      await sending()
      setSaid('Saved')
    } catch (failure) {
      setSaid('')
      if (!(failure instanceof Problem)) throw failure
      setProblem(sentence(failure))
    }
  }
  async function again(picture: Blob) {
    await tell(() => send(picture))
    if (!unsent()) document.getElementById(id)?.focus()
  }
  async function remove() {
    setSaid('')
    setProblem('')
    setUnsent(undefined)
    await props.onChange(undefined)
    setSaid('Taken away')
    document.getElementById(id)?.focus()
  }

  return (
    <div class="stack">
      <div class="field">
        <label for={id}>{props.label}</label>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
        <input
          id={id}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem() ? 'true' : undefined}
          onChange={(e) => choose(e.currentTarget)}
        />
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem()}
        </p>
      </div>
      <p class="form-said" role="status">
        {said()}
      </p>
      <Show when={unsent()}>
        {(picture) => (
          <div class="buttons">
            <Press onPress={() => again(picture())}>Send the picture again</Press>
          </div>
        )}
      </Show>
      <Show when={props.picture}>
        {(address) => (
          <div class="buttons">
            <img class="picture" src={address()} alt={props.alt} />
            <Press onPress={remove}>Take the picture away</Press>
          </div>
        )}
      </Show>
    </div>
  )
}
