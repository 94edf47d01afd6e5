import { Show } from 'solid-js'
import type { Form } from '../../core/form.ts'
import { TextField } from '../fields/TextField.tsx'
import type { EntryValues } from './entry-form.ts'
import { MoreEntryFields } from './MoreEntryFields.tsx'

export function EntryFields(props: { form: Form<EntryValues>; brief?: boolean; own?: boolean }) {
  const set = (field: keyof EntryValues) => (value: string) =>
    props.form.change((draft) => {
      draft[field] = value
    })
  const more = () => (['organisations', 'members', 'link'] as const).some((field) => props.form.problemOf(field))
  return (
    <div class="grid pair">
      <TextField
        label="Team"
        value={props.form.values.team}
        onInput={set('team')}
        problem={props.form.problemOf('team')}
        input={{ name: 'team', autocomplete: 'off', required: true, enterkeyhint: 'next' }}
      />
      <TextField
        label={props.own ? 'What you made' : 'What they made'}
        value={props.form.values.title}
        onInput={set('title')}
        problem={props.form.problemOf('title')}
        input={{ name: 'title', autocomplete: 'off', required: true }}
      />
      <div class="whole">
        <TextField
          label="Pitch, in one sentence (optional)"
          value={props.form.values.summary}
          onInput={set('summary')}
          problem={props.form.problemOf('summary')}
          input={{ name: 'summary', autocomplete: 'off' }}
        />
      </div>
      <Show when={props.brief} fallback={<MoreEntryFields form={props.form} />}>
        <details class="more whole" open={more()}>
          <summary>Organisations, members, web address</summary>
          <div class="grid pair">
            <MoreEntryFields form={props.form} />
          </div>
        </details>
      </Show>
    </div>
  )
}
