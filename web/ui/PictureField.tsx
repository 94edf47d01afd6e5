import { createSignal, createUniqueId, Show } from 'solid-js'
import { Problem } from '../client/api.ts'
import { sentence } from '../client/form.ts'
import { type PictureKind, smallPicture } from '../client/small-picture.ts'
import { Press } from './Press.tsx'
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

  async function send(input: HTMLInputElement) {
    const file = input.files?.[0]
    if (!file) return
    setProblem('')
    setSaid('One moment…')
    try {
      await props.onChange(await smallPicture(file, props.kind))
      setSaid('Saved')
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setSaid('')
      setProblem(sentence(failure))
    } finally {
      input.value = ''
    }
  }
  async function remove() {
    setSaid('')
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
          onChange={(e) => send(e.currentTarget)}
        />
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem()}
        </p>
      </div>
      <p class="form-said" role="status">
        {said()}
      </p>
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
