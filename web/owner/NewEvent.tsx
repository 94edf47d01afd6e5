import type { Event } from '../../api/schema/event.ts'
import { api, ask } from '../core/api.ts'
import { createForm } from '../core/form.ts'
import { openOnProblem } from '../ui/fields/open-on-problem.ts'
import { createDoubleCheck } from '../ui/forms/double-check.ts'
import { EventFields } from '../ui/forms/EventFields.tsx'
import { EventName } from '../ui/forms/EventName.tsx'
import { blankEvent, checkEvent, eventBody } from '../ui/forms/event-form.ts'
import { FormEnd } from '../ui/forms/FormEnd.tsx'

const moreFields = ['startsAt', 'timeZone', 'venue', 'talkSeconds', 'questionsSeconds']

export function NewEvent(props: { names: readonly string[] }) {
  const findDouble = createDoubleCheck()
  const form = createForm({
    saved: () => blankEvent,
    check: (values) => [...checkEvent(values), ...findDouble('/name', values.name, props.names)],
    async send(values) {
      const created = await ask<{ event: Event; organiserKey: string }>(api.events.$post({ json: eventBody(values) }))
      const next = `/e/${created.event.slug}/organise#k=${created.organiserKey}&new`
      setTimeout(() => location.assign(next))
      return 'Set up. Going there…'
    },
  })
  let details!: HTMLDetailsElement
  openOnProblem(
    () => details,
    () => moreFields.some((field) => form.problemOf(field) !== undefined),
  )
  return (
    <section class="section" aria-labelledby="new-event">
      <header>
        <h2 id="new-event">Set up an event</h2>
        <p class="dim">A name is enough to begin. Everything can be changed later.</p>
      </header>
      <form class="form" onSubmit={form.submit} novalidate>
        <EventName form={form} />
        <details class="more" ref={details}>
          <summary>Date, times and who can judge (optional)</summary>
          <div class="stack">
            <EventFields form={form} optional />
          </div>
        </details>
        <FormEnd form={form} label="Set up the event" adds />
      </form>
    </section>
  )
}
