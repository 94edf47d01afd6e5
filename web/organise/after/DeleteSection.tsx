import { createSignal, Show } from 'solid-js'
import { filesLeftWords } from '../../core/event-admin.ts'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { DeleteEvent } from '../../ui/forms/DeleteEvent.tsx'
import type { Organising } from '../organising.ts'
import { KeepPeopleForm } from './KeepPeopleForm.tsx'

type Props = { organising: Organising; onDeleted: (filesLeft: string[]) => void }

export function DeleteSection(props: Props) {
  const [message, setMessage] = createSignal('')
  const event = () => props.organising.now.event
  const canRemovePeople = () => event().phase === 'closed' || event().phase === 'final'
  return (
    <section class="section" id="delete" aria-labelledby="delete-title">
      <header>
        <h2 id="delete-title">Delete</h2>
        <p class="dim">First download what you want to keep.</p>
      </header>
      <div class="stack">
        <h3>Delete personal data</h3>
        <p>
          The only personal data are the judges’ names, roles, organisations and comments, the members of the teams, who
          gave a casting vote or released the result, and what the desk wrote on the stage. Scores stay.
        </p>
        <KeepPeopleForm organising={props.organising} />
        <Show
          when={canRemovePeople()}
          fallback={
            <p class="dim">
              {event().phase === 'revealing'
                ? 'You can delete them at once when the result is published.'
                : 'You can delete them at once when scoring has closed.'}
            </p>
          }
        >
          <div class="buttons">
            <InlineConfirm
              label="Delete personal data…"
              question="Delete all names, roles, organisations, comments and messages for good, from the server’s own copies too? Scores stay. Download the whole event first if you want to keep them."
              yes="Delete them for good"
              no="Keep them"
              onYes={async () => {
                const filesLeft = await props.organising.forgetPeople()
                setMessage(['The personal data are deleted.', filesLeftWords(filesLeft)].join(' '))
              }}
            />
          </div>
        </Show>
        <p class="form-message" role="status">
          {message()}
        </p>
      </div>
      <hr class="rule" />
      <div class="stack">
        <h3>Delete the event</h3>
        <p>Its teams, judges, scores, result, links and files on this server are all deleted.</p>
        <div class="buttons">
          <DeleteEvent event={event()} onDeleted={props.onDeleted} />
        </div>
      </div>
    </section>
  )
}
