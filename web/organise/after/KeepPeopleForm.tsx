import { Show } from 'solid-js'
import { peopleRemovalAt } from '../../../api/rules/event/people-removal.ts'
import { createForm } from '../../core/form.ts'
import { dayWords } from '../../core/words/event-words.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'

/** Sets after how many days the server removes the people's data by itself. */
export function KeepPeopleForm(props: { organising: Organising }) {
  const event = () => props.organising.now.event
  const form = createForm<{ keepPeopleDays: string }>({
    saved: () => ({ keepPeopleDays: String(event().keepPeopleDays ?? '') }),
    check: ({ keepPeopleDays }) =>
      readDays(keepPeopleDays) === undefined
        ? [{ pointer: '/keepPeopleDays', title: 'A whole number from 1 to 365, or nothing' }]
        : [],
    async send({ keepPeopleDays }) {
      await props.organising.saveEvent({ keepPeopleDays: readDays(keepPeopleDays) ?? null })
      return 'Saved'
    },
  })
  return (
    <form class="stack" novalidate onSubmit={form.submit}>
      <TextField
        label="Delete names after how many days?"
        hint="The server does it by itself. Days count from the published result, or from the close if none is published. Leave it empty to keep the names until you delete them."
        value={form.values.keepPeopleDays}
        problem={form.problemOf('keepPeopleDays')}
        input={{ inputMode: 'numeric', autocomplete: 'off', name: 'keepPeopleDays' }}
        onInput={(typed) =>
          form.change((draft) => {
            draft.keepPeopleDays = typed
          })
        }
      />
      <Show when={dueWords(form.values.keepPeopleDays)}>{(words) => <p role="status">{words()}</p>}</Show>
      <FormEnd form={form} label="Save" labels={{ keepPeopleDays: 'days until names are deleted' }} />
    </form>
  )

  /** Follows the typed number, so that a date in the past is seen before it is saved. */
  function dueWords(typed: string): string {
    const { phase, peopleRemovedAt, peopleRemovalAt: dueAt, keepPeopleDays, timeZone } = event()
    if (peopleRemovedAt && !dueAt) return `Names were removed on ${dayWords({ startsAt: peopleRemovedAt, timeZone })}.`
    const days = readDays(typed)
    if (!dueAt || keepPeopleDays === null || days === undefined) return ''
    if (days === null) return 'Names stay until you delete them.'
    const phaseSince = new Date(Date.parse(dueAt) - keepPeopleDays * 86_400_000).toISOString()
    const startsAt = peopleRemovalAt({ phase, phaseSince, keepPeopleDays: days, peopleRemovedAt: null })
    if (startsAt && Date.parse(startsAt) < Date.now())
      return 'That day has passed: names are deleted as soon as you save. First download what you need.'
    return `Names are deleted on ${dayWords({ startsAt, timeZone })}. Download what you need before then.`
  }
}

/** Null for an empty field, undefined for anything that is no whole number of days. */
function readDays(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const days = Number(text)
  return /^\d{1,3}$/.test(text) && days >= 1 && days <= 365 ? days : undefined
}
