import { For, Show } from 'solid-js'
import { createForm } from '../../core/form.ts'
import { isolateName } from '../../core/words/names.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'

const nobody = 'nobody'
const empty = { entryId: nobody, reason: '' }

export function OutOfAwards(props: { organising: Organising }) {
  const event = () => props.organising.now.event
  const disqualified = () => props.organising.now.disqualified
  const entry = (id: string) => props.organising.now.entries.find((known) => known.id === id)
  const team = (id: string) => isolateName(entry(id)?.team ?? 'A team')
  const form = createForm<typeof empty>({
    saved: () => empty,
    check: ({ entryId, reason }) => [
      ...(entryId === nobody ? [{ pointer: '/reason', title: 'Please choose a team' }] : []),
      ...(reason.trim() ? [] : [{ pointer: '/reason', title: 'Please say why: the record shows it' }]),
    ],
    async send({ entryId, reason }) {
      await props.organising.disqualify(entryId, reason)
      return `${team(entryId)} is out of the awards`
    },
  })
  const entries = () => [
    { value: nobody, label: 'Choose a team' },
    ...props.organising.now.entries
      .filter(({ id, warmUp }) => !warmUp && !disqualified().some(({ entryId }) => entryId === id))
      .map(({ id, team }) => ({ value: id, label: team })),
  ]
  return (
    <div class="stack">
      <p class="dim">
        For a team that cannot be judged with the others. It gets no place and no prize, and its scores do not count.
        The record names the reason, the team reads it with its feedback, and the stage never shows it.
      </p>
      <Show when={disqualified().length}>
        <ul class="rows">
          <For each={disqualified()}>
            {({ entryId, reason }) => (
              <li class="stack">
                <p>
                  <strong>{team(entryId)}</strong>: <span dir="auto">{reason}</span>
                </p>
                <div class="buttons">
                  <Press onPress={() => props.organising.reinstate(entryId)}>
                    Put back<span class="spoken"> {team(entryId)}</span>
                  </Press>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show
        when={event().phase === 'live' || event().phase === 'closed'}
        fallback={<p>A team can be taken out from the first call until the reveal begins.</p>}
      >
        <form class="form" onSubmit={form.submit} novalidate aria-label="Take a team out of the awards">
          <div class="grid pair">
            <SelectField
              label="Team"
              value={form.values.entryId}
              options={entries()}
              onInput={(id) =>
                form.change((draft) => {
                  draft.entryId = id
                })
              }
            />
            <TextField
              label="Why, in a sentence that the team can read"
              value={form.values.reason}
              onInput={(reason) =>
                form.change((draft) => {
                  draft.reason = reason
                })
              }
              problem={form.problemOf('reason')}
              input={{ name: 'reason', maxlength: 240, autocomplete: 'off' }}
            />
          </div>
          <FormEnd form={form} label="Take out of the awards" adds />
        </form>
      </Show>
    </div>
  )
}
