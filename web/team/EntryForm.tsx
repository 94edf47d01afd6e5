import { Show } from 'solid-js'
import { photograph } from '../core/browser/shrink-picture.ts'
import { createForm } from '../core/form.ts'
import { EntryFields } from '../ui/forms/EntryFields.tsx'
import { checkEntry, entryBody, entryValues } from '../ui/forms/entry-form.ts'
import { FormEnd } from '../ui/forms/FormEnd.tsx'
import { PictureField } from '../ui/forms/PictureField.tsx'
import { EntryWords } from './EntryWords.tsx'
import type { OwnEntryStore } from './own-entry.ts'

export function EntryForm(props: { own: OwnEntryStore; fixed: string }) {
  const form = createForm({
    saved: () => entryValues(props.own.entry()),
    check: checkEntry,
    async send(values) {
      await props.own.save(entryBody(values))
      return 'Saved'
    },
  })
  return (
    <Show
      // Unsaved text stays on the screen even when entries are frozen meanwhile.
      when={!props.fixed || form.changed()}
      fallback={<EntryWords entry={props.own.entry()} why={props.fixed} />}
    >
      <form class="form" onSubmit={form.submit} novalidate>
        <h2>Your entry</h2>
        <p class="dim">{props.fixed || 'The stage, the room’s page and the judges’ phones show this.'}</p>
        <EntryFields form={form} own />
        <FormEnd form={form} label="Save" />
      </form>
      <Show when={!props.fixed}>
        <PictureField
          label="One picture (optional)"
          hint="What you made, or you. Your phone makes it smaller and removes where it was taken."
          kind={photograph}
          picture={props.own.entry().picture}
          alt="Your picture, as it is now"
          onChange={props.own.changePicture}
        />
      </Show>
    </Show>
  )
}
