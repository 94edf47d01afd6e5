import { createForm } from '../../core/form.ts'
import { EventFields } from '../../ui/forms/EventFields.tsx'
import { EventName } from '../../ui/forms/EventName.tsx'
import { checkEvent, eventBody, eventValues } from '../../ui/forms/event-form.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'
import { PictureForm } from '../teams/PictureForm.tsx'

export function EventSection(props: { organising: Organising }) {
  const form = createForm({
    saved: () => eventValues(props.organising.now.event),
    check: checkEvent,
    async send(values) {
      await props.organising.saveEvent(eventBody(values))
      return 'Saved'
    },
  })
  return (
    <section class="section" id="event" aria-labelledby="event-title">
      <header>
        <h2 id="event-title">Event</h2>
      </header>
      <form class="form" onSubmit={form.submit} novalidate>
        <EventName form={form} />
        <EventFields form={form} />
        <FormEnd form={form} label="Save the event" />
      </form>
      <hr class="rule" />
      <PictureForm organising={props.organising} />
    </section>
  )
}
