import type { Form } from '../../core/form.ts'
import { TextField } from '../fields/TextField.tsx'
import type { EventValues } from './event-form.ts'

export function EventName(props: { form: Form<EventValues> }) {
  return (
    <TextField
      label="Name of the event"
      value={props.form.values.name}
      onInput={(name) =>
        props.form.change((draft) => {
          draft.name = name
        })
      }
      problem={props.form.problemOf('name')}
      input={{ name: 'name', autocomplete: 'off', required: true }}
    />
  )
}
