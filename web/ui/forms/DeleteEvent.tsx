import { createSignal, createUniqueId, Show } from 'solid-js'
import type { Event } from '../../../api/schema/event.ts'
import { deleteEvent } from '../../core/event-admin.ts'
import { InlineConfirm } from '../buttons/InlineConfirm.tsx'
import { TextField } from '../fields/TextField.tsx'

type Props = { event: Event; onDeleted: (filesLeft: string[]) => void }

export function DeleteEvent(props: Props) {
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [sure, setSure] = createSignal(false)
  const underWay = () => props.event.phase !== 'setup' && props.event.phase !== 'final'
  return (
    <InlineConfirm
      label="Delete the event…"
      about={props.event.name}
      question="Delete the event for good? Its teams, judges, scores, result, links and files on this server all go. Nobody can bring them back, unless you have saved the event as one file."
      yes="Delete it for good"
      no="Keep the event"
      onYes={async () => props.onDeleted(await deleteEvent(props.event.slug, { name: typed(), underWay: sure() }))}
    >
      <TextField
        label="To go on, type the name of the event"
        hint={props.event.name}
        value={typed()}
        onInput={setTyped}
        input={{ autocomplete: 'off', autocapitalize: 'off', spellcheck: false }}
      />
      <Show when={underWay()}>
        <label class="choice-option" for={id}>
          <input id={id} type="checkbox" checked={sure()} onChange={(e) => setSure(e.currentTarget.checked)} />
          <span>
            Delete it even though the event is still running. Every screen will say that the event has been deleted.
          </span>
        </label>
      </Show>
    </InlineConfirm>
  )
}
