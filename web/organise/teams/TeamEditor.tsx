import { createMemo, createSignal, Show } from 'solid-js'
import type { EntryBody } from '../../../api/schema/entry.ts'
import { photograph } from '../../core/browser/shrink-picture.ts'
import { createForm } from '../../core/form.ts'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { EntryFields } from '../../ui/forms/EntryFields.tsx'
import { checkEntry, entryBody, entryLabels, entryValues } from '../../ui/forms/entry-form.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import { PictureField } from '../../ui/forms/PictureField.tsx'
import type { LinkSending } from '../links/link-sending.ts'
import { RecipientLink } from '../links/RecipientLink.tsx'
import type { Organising } from '../organising.ts'
import type { Teams } from '../organising-teams.ts'
import type { OpenRow } from '../table/open-row.ts'
import { RowEditor } from '../table/RowEditor.tsx'
import { SlotForm } from './SlotForm.tsx'
import { TeamChallenges } from './TeamChallenges.tsx'
import { TeamSlides } from './TeamSlides.tsx'

type Props = {
  id: string
  organising: Organising
  teams: Teams
  sending: LinkSending
  rows: OpenRow
  locked: boolean
  onMove: (place: number) => void
}

export function TeamEditor(props: Props) {
  const { now } = props.organising
  const storedEntry = () => now.entries.find((entry) => entry.id === props.id)
  /** The last known entry, also after another laptop has removed it. */
  const entry = createMemo((before: ReturnType<typeof storedEntry>) => storedEntry() ?? before, storedEntry())
  const form = createForm({
    saved: () => entryValues(entry()!),
    check: checkEntry,
    async send(values, edited) {
      const body = entryBody(values)
      const changes = Object.keys(edited).map((field) => [field, body[field as keyof EntryBody]])
      await props.teams.change(props.id, Object.fromEntries(changes))
      return 'Saved'
    },
  })
  props.rows.followForm(props.id, form)
  const [slidesOpened, openSlides] = createSignal(false)
  const places = () => now.entries.map((_, n) => ({ value: String(n), label: `Number ${n + 1}` }))

  return (
    <RowEditor rows={props.rows} id={props.id} name={entry()!.team} exists={storedEntry() !== undefined}>
      <form class="form" onSubmit={form.submit} novalidate aria-label={`Words of ${entry()!.team}`}>
        <EntryFields form={form} brief />
        <FormEnd form={form} label="Save the team" labels={entryLabels} />
      </form>
      <Show when={storedEntry()}>
        {(entry) => (
          <div>
            <details class="more" name={`parts-${props.id}`}>
              <summary>Link</summary>
              <RecipientLink id={props.id} sending={props.sending} stops="The earlier link stops working." />
            </details>
            <details class="more" name={`parts-${props.id}`}>
              <summary>Picture</summary>
              <PictureField
                label={`Picture of ${entry().team} (optional)`}
                hint="The team may choose it with its link. It is on the room’s page and the judges’ phones."
                kind={photograph}
                picture={entry().picture}
                alt={`The picture of ${entry().team}`}
                onChange={(picture) => props.teams.changePicture(props.id, picture)}
              />
            </details>
            <details class="more" name={`parts-${props.id}`} onToggle={(e) => e.currentTarget.open && openSlides(true)}>
              <summary>Slides</summary>
              <Show when={slidesOpened()}>
                <TeamSlides slug={now.event.slug} entryId={props.id} />
              </Show>
            </details>
            <Show when={now.event.challenges.length && !entry().warmUp}>
              <details class="more" name={`parts-${props.id}`}>
                <summary>Challenges</summary>
                <TeamChallenges entry={entry()} event={now.event} teams={props.teams} rows={props.rows} />
              </details>
            </Show>
            <Show when={!props.locked}>
              <details class="more" name={`parts-${props.id}`}>
                <summary>Table, times, skip, warm-up</summary>
                <SlotForm entry={entry()} event={now.event} teams={props.teams} rows={props.rows} />
              </details>
              <details class="more" name={`parts-${props.id}`}>
                <summary>Move or remove</summary>
                <div class="stack">
                  <SelectField
                    label="Place in the running order"
                    value={String(now.entries.indexOf(entry()))}
                    options={places()}
                    onInput={(value) => props.onMove(Number(value))}
                  />
                  <InlineConfirm
                    label="Remove the team…"
                    about={entry().team}
                    question={`Remove ${entry().team} from the line-up? Its link stops working.`}
                    yes="Remove it"
                    no="Keep it"
                    onYes={async (accepted) => {
                      await props.teams.remove(props.id, accepted)
                      props.rows.discard(props.id)
                    }}
                  />
                </div>
              </details>
            </Show>
          </div>
        )}
      </Show>
    </RowEditor>
  )
}
