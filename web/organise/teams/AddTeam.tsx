import { createForm } from '../../core/form.ts'
import { createDoubleCheck } from '../../ui/forms/double-check.ts'
import { EntryFields } from '../../ui/forms/EntryFields.tsx'
import { blankEntry, checkEntry, entryBody } from '../../ui/forms/entry-form.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'
import type { Teams } from '../organising-teams.ts'

export function AddTeam(props: { organising: Organising; teams: Teams }) {
  let element!: HTMLFormElement
  const checkDouble = createDoubleCheck()
  const form = createForm({
    saved: () => blankEntry,
    check: (values) => [
      ...checkEntry(values),
      ...checkDouble(
        '/team',
        values.team,
        props.organising.now.entries.map(({ team }) => team),
      ),
    ],
    async send(values) {
      const { team } = await props.teams.add(entryBody(values))
      element.querySelector('input')?.focus()
      return `${team} is in the line-up`
    },
  })
  return (
    <form class="form" ref={element} onSubmit={form.submit} novalidate aria-labelledby="add-team">
      <h3 id="add-team">Add a team</h3>
      <EntryFields form={form} brief />
      <FormEnd form={form} label="Add the team" adds />
    </form>
  )
}
