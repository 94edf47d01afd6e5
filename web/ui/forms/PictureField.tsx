import { createSignal, createUniqueId, Show } from 'solid-js'
import { createAction } from '../../core/action.ts'
import { asProblem } from '../../core/api.ts'
import { type PictureKind, smallPicture } from '../../core/browser/shrink-picture.ts'
import { problemSentence } from '../../core/form.ts'
import { Press } from '../buttons/Press.tsx'
import * as styles from './picture.module.css'

type Props = {
  label: string
  hint: string
  kind: PictureKind
  picture: string | null
  alt: string
  onChange: (picture: Blob | undefined) => Promise<unknown>
}

export function PictureField(props: Props) {
  const id = createUniqueId()
  const [removed, setRemoved] = createSignal(false)
  const [unsent, setUnsent] = createSignal<Blob>()

  let turn: Promise<unknown> = Promise.resolve()
  const sending = createAction((send: () => Promise<unknown>) => send())
  const problem = () => {
    const refusal = sending.refused()
    return refusal ? problemSentence(refusal) : ''
  }
  const status = () => {
    if (sending.busy()) return 'One moment…'
    if (removed()) return 'Removed'
    return sending.done() ? 'Saved' : ''
  }

  async function choose(input: HTMLInputElement) {
    const file = input.files?.[0]
    if (!file) return
    setUnsent(undefined)
    setRemoved(false)
    input.value = ''
    // A second picture that is chosen while the first is being sent is sent after it.
    turn = turn.then(() => sending.run(async () => send(await smallPicture(file, props.kind))))
    await turn
  }
  async function send(picture: Blob) {
    try {
      await props.onChange(picture)
      setUnsent(undefined)
    } catch (failure) {
      const { status } = asProblem(failure)
      setUnsent(() => (status === 0 || status >= 500 ? picture : undefined))
      throw failure
    }
  }
  async function again(picture: Blob) {
    await sending.run(() => send(picture))
    if (!unsent()) document.getElementById(id)?.focus()
  }
  async function remove() {
    sending.reset()
    setRemoved(false)
    setUnsent(undefined)
    await props.onChange(undefined)
    setRemoved(true)
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
          class="field-file"
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
      <p class="form-message" role="status">
        {status()}
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
            <img class={styles.picture} src={address()} alt={props.alt} />
            <Press onPress={remove}>Take the picture away</Press>
          </div>
        )}
      </Show>
    </div>
  )
}
