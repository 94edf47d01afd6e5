import type { Form } from '../../core/form.ts'
import { LongField } from '../fields/LongField.tsx'
import { TextField } from '../fields/TextField.tsx'
import type { EntryValues } from './entry-form.ts'

export function MoreEntryFields(props: { form: Form<EntryValues> }) {
  const set = (field: keyof EntryValues) => (value: string) =>
    props.form.change((draft) => {
      draft[field] = value
    })
  return (
    <>
      <LongField
        label="Organisations, one a line (optional)"
        value={props.form.values.organisations}
        onInput={set('organisations')}
        problem={props.form.problemOf('organisations')}
      />
      <LongField
        label="Members, one a line (optional)"
        value={props.form.values.members}
        onInput={set('members')}
        problem={props.form.problemOf('members')}
      />
      <div class="whole">
        <TextField
          label="Web address (optional)"
          value={props.form.values.link}
          onInput={set('link')}
          problem={props.form.problemOf('link')}
          input={{ name: 'link', type: 'url', inputmode: 'url', autocomplete: 'off' }}
        />
      </div>
    </>
  )
}
