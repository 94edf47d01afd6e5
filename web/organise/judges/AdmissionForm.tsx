import { createForm } from '../../core/form.ts'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { admissions } from '../../ui/forms/admissions.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'
import * as styles from './judges.module.css'

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
        hint={admissions.find(({ value }) => value === form.values.admission)?.hint}
        value={form.values.admission}
        options={[...admissions]}
        onInput={(value) =>
          form.change((draft) => {
            draft.admission = value as (typeof admissions)[number]['value']
          })
        }
      />
      <FormEnd form={form} label="Save who can judge" />
    </form>
  )
}
