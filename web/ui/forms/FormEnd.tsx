import { Show } from 'solid-js'
import { type Form, problemSentence } from '../../core/form.ts'

type Props = {
  // biome-ignore lint/suspicious/noExplicitAny: any form ends this way
  form: Pick<Form<any>, 'problem' | 'sending' | 'message' | 'changed'>
  label: string
  adds?: boolean
}

export function FormEnd(props: Props) {
  const words = () => {
    if (props.form.sending()) return 'One moment…'
    if (props.form.message()) return props.form.message()
    return props.form.changed() && !props.adds ? 'Not saved yet' : ''
  }
  return (
    <div class="form-end">
      <div role="alert">
        <Show when={props.form.problem()}>{(no) => <p class="form-problem">{problemSentence(no())}</p>}</Show>
      </div>
      <div class="form-end-line">
        <button class="button" type="submit" aria-disabled={props.form.sending()}>
          {props.label}
        </button>
        <p class="form-message" role="status">
          {words()}
        </p>
      </div>
    </div>
  )
}
