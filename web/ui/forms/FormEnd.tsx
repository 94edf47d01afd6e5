import { Show } from 'solid-js'
import { type Form, problemSentence } from '../../core/form.ts'
import { ChangedElsewhere } from './ChangedElsewhere.tsx'

type Props = {
  // biome-ignore lint/suspicious/noExplicitAny: any form ends this way
  form: Pick<Form<any>, 'problem' | 'sending' | 'message' | 'changed' | 'conflicts' | 'useSaved'>
  label: string
  /** Names of the fields, for changes that another laptop made meanwhile. */
  labels?: Record<string, string>
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
      <Show when={props.labels}>{(labels) => <ChangedElsewhere form={props.form} labels={labels()} />}</Show>
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
