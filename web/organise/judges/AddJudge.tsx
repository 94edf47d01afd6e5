import type { JudgeBody } from '../../../api/schema/judge.ts'
import { createForm } from '../../core/form.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { createDoubleCheck } from '../../ui/forms/double-check.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'
import type { Panel } from '../organising-judges.ts'

export function AddJudge(props: { organising: Organising; panel: Panel }) {
  let element!: HTMLFormElement
  const checkDouble = createDoubleCheck()
  const form = createForm<Required<JudgeBody>>({
    saved: () => ({ name: '', role: '', organisation: '' }),
    check: ({ name }) =>
      name.trim()
        ? checkDouble(
            '/name',
            name,
            props.organising.now.judges.filter(({ status }) => status !== 'removed').map(({ name }) => name),
          )
        : [{ pointer: '/name', title: 'Please give a name' }],
    async send(values) {
      const { name } = await props.panel.add(values)
      element.querySelector('input')?.focus()
      return `${name} is on the panel`
    },
  })
  const set = (field: keyof JudgeBody) => (value: string) =>
    form.change((draft) => {
      draft[field] = value
    })
  return (
    <form class="form" ref={element} onSubmit={form.submit} novalidate aria-labelledby="add-judge">
      <h3 id="add-judge">Add a judge</h3>
      <div class="grid">
        <TextField
          label="Name"
          value={form.values.name}
          onInput={set('name')}
          problem={form.problemOf('name')}
          input={{ name: 'name', autocomplete: 'off', required: true }}
        />
        <TextField
          label="Role (optional)"
          value={form.values.role}
          onInput={set('role')}
          problem={form.problemOf('role')}
          input={{ name: 'role', autocomplete: 'off' }}
        />
        <TextField
          label="Organisation (optional)"
          value={form.values.organisation}
          onInput={set('organisation')}
          problem={form.problemOf('organisation')}
          input={{ name: 'organisation', autocomplete: 'off' }}
        />
      </div>
      <FormEnd form={form} label="Add the judge" adds />
    </form>
  )
}
