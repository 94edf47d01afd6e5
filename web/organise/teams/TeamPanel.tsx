import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Event } from '../../../api/schema/event.ts'
import { photograph } from '../../core/browser/shrink-picture.ts'
import { createForm } from '../../core/form.ts'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { PersonalLink } from '../../ui/buttons/PersonalLink.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { EntryFields } from '../../ui/forms/EntryFields.tsx'
import { checkEntry, entryBody, entryValues } from '../../ui/forms/entry-form.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import { PictureField } from '../../ui/forms/PictureField.tsx'
import * as styles from '../organise.module.css'
import type { Teams } from '../organising-teams.ts'
import { SlotForm } from './SlotForm.tsx'

type Props = {
  entry: Entry
  event: Event
  of: number
  link: string | undefined
  locked: boolean
  teams: Teams
  onMove: (place: number) => void
  onGone: () => void
}

export function TeamPanel(props: Props) {
  const form = createForm({
    saved: () => entryValues(props.entry),
    check: checkEntry,
    async send(values) {
      await props.teams.change(props.entry.id, entryBody(values))
      return 'Saved'
    },
  })
  const places = () => Array.from({ length: props.of }, (_, n) => ({ value: String(n + 1), label: `Number ${n + 1}` }))

  return (
    <div class={styles.panel}>
      <form class="form" onSubmit={form.submit} novalidate>
        <EntryFields form={form} />
        <FormEnd form={form} label="Save the team" />
      </form>
      <hr class="rule" />
      <PictureField
        label={`Picture of ${props.entry.team} (optional)`}
        hint="The team may choose it with its link. It is on the room’s page and the judges’ phones."
        kind={photograph}
        picture={props.entry.picture}
        alt={`The picture of ${props.entry.team}`}
        onChange={(picture) => props.teams.changePicture(props.entry.id, picture)}
      />
      <hr class="rule" />
      <PersonalLink
        who={props.entry.team}
        link={props.link}
        stops="The earlier link stops working."
        onNew={() => props.teams.newLink(props.entry.id)}
      />
      <Show when={!props.locked}>
        <hr class="rule" />
        <SlotForm entry={props.entry} event={props.event} teams={props.teams} />
        <hr class="rule" />
        <div class={styles.panelEnd}>
          <SelectField
            label="Place in the running order"
            value={String(props.entry.slot)}
            options={places()}
            onInput={(value) => props.onMove(Number(value) - 1)}
          />
          <InlineConfirm
            label="Remove the team…"
            about={props.entry.team}
            question={`Take ${props.entry.team} out of the line-up? Its link stops working.`}
            yes="Remove it"
            no="Keep it"
            onYes={async (accepted) => {
              await props.teams.remove(props.entry.id, accepted)
              props.onGone()
            }}
          />
        </div>
      </Show>
    </div>
  )
}
