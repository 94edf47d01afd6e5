import { createForm } from '../../core/form.ts'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'
import * as styles from './judges.module.css'

const admissions = [
  { value: 'open', label: 'Anyone with the code can judge' },
  { value: 'desk', label: 'The desk lets each one in' },
  { value: 'link', label: 'Personal link only' },
]

const hints = {
  open: 'Whoever scans the room’s code and gives a name judges at once.',
  desk: 'Whoever scans the code and gives a name waits here and at the desk until you let them in.',
  link: 'Add each judge, and send them their link.',
}

export function AdmissionForm(props: { organising: Organising }) {
  const form = createForm({
    saved: () => ({ admission: props.organising.now.event.admission }),
    async send({ admission }) {
      await props.organising.saveEvent({ admission })
      return 'Saved'
    },
  })
  return (
    <form class={styles.admission} onSubmit={form.submit} novalidate aria-label="Who can judge">
      <SelectField
        label="Who can judge"
        hint={hints[form.values.admission]}
        value={form.values.admission}
        options={admissions}
        onInput={(value) =>
          form.change((draft) => {
            draft.admission = value as keyof typeof hints
          })
        }
      />
      <FormEnd form={form} label="Save who can judge" />
    </form>
  )
}
