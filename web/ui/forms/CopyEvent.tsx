import { createUniqueId } from 'solid-js'
import { findTimeZone, readWallTime } from '../../../api/rules/event/time-zone.ts'
import type { Event } from '../../../api/schema/event.ts'
import { copyEvent } from '../../core/event-admin.ts'
import { createForm } from '../../core/form.ts'
import { TextField } from '../fields/TextField.tsx'
import { FormEnd } from './FormEnd.tsx'

export function CopyEvent(props: { event: Event }) {
  const id = createUniqueId()
  const form = createForm({
    saved: () => ({ name: '', startsAt: '', entries: false }),
    check: ({ name, startsAt }) => {
      const year = startsAt ? Number.parseInt(startsAt, 10) : 2026
      return [
        ...(name.trim() ? [] : [{ pointer: '/name', title: 'Please give the new event a name' }]),
        ...(year >= 2000 && year <= 2100 ? [] : [{ pointer: '/startsAt', title: 'Please look at the year again' }]),
      ]
    },
    async send({ name, startsAt, entries }) {
      await copyEvent(props.event.slug, {
        name,
        entries,
        startsAt: readWallTime(startsAt, findTimeZone(props.event.timeZone)),
      })
      return 'Set up. Going there…'
    },
  })
  const set = (field: 'name' | 'startsAt') => (value: string) =>
    form.change((draft) => {
      draft[field] = value
    })
  return (
    <form class="form" onSubmit={form.submit} novalidate>
      <p class="dim">
        The times, the rubric, the names of the prizes and the picture come along. Judges, scores and results stay here.
      </p>
      <div class="grid pair">
        <TextField
          label="Name of the new event"
          value={form.values.name}
          onInput={set('name')}
          problem={form.problemOf('name')}
          input={{ name: 'name', autocomplete: 'off', required: true }}
        />
        <TextField
          label="Date and time (optional)"
          value={form.values.startsAt}
          onInput={set('startsAt')}
          problem={form.problemOf('startsAt')}
          input={{ name: 'startsAt', type: 'datetime-local', max: '2100-12-31T23:59' }}
        />
      </div>
      <label class="choice-option" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={form.values.entries}
          onChange={(e) => {
            const entries = e.currentTarget.checked
            form.change((draft) => {
              draft.entries = entries
            })
          }}
        />
        <span>
          <strong>Take the teams along as well.</strong> They get new links.
        </span>
      </label>
      <FormEnd form={form} label="Set up the new event" adds />
    </form>
  )
}
