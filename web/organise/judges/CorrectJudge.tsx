import type { Judge, JudgeBody } from '../../../api/schema/judge.ts'
import { createForm } from '../../core/form.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Panel } from '../organising-judges.ts'
import type { OpenRow } from '../table/open-row.ts'

const labels = { name: 'The name', role: 'The role', organisation: 'The organisation' }

export function CorrectJudge(props: { judge: Judge; panel: Panel; rows: OpenRow }) {
  const form = createForm<Required<JudgeBody>>({
    saved: () => ({ name: props.judge.name, role: props.judge.role, organisation: props.judge.organisation }),
    check: ({ name }) => (name.trim() ? [] : [{ pointer: '/name', title: 'Please give a name' }]),
    async send(_, edited) {
      await props.panel.correct(props.judge.id, edited)
      return 'Saved'
    },
  })
  props.rows.followForm(props.judge.id, form)
  const set = (field: keyof JudgeBody) => (value: string) =>
    form.change((draft) => {
      draft[field] = value
    })
  return (
    <form class="form" onSubmit={form.submit} novalidate aria-label={`Correct ${props.judge.name}`}>
      <div class="grid">
        <TextField
          label="Name"
          value={form.values.name}
          onInput={set('name')}
          problem={form.problemOf('name')}
          input={{ autocomplete: 'off' }}
        />
        <TextField
          label="Role (optional)"
          value={form.values.role}
          onInput={set('role')}
          problem={form.problemOf('role')}
          input={{ autocomplete: 'off' }}
        />
        <TextField
          label="Organisation (optional)"
          value={form.values.organisation}
          onInput={set('organisation')}
          problem={form.problemOf('organisation')}
          input={{ autocomplete: 'off' }}
        />
      </div>
      <FormEnd form={form} label="Save the judge" labels={labels} />
    </form>
  )
}
