import { createSignal, Show } from 'solid-js'
import { plural } from '../../../api/rules/words/plural.ts'
import { createForm } from '../../core/form.ts'
import { listNames } from '../../core/words/names.ts'
import { EntryFields } from '../../ui/forms/EntryFields.tsx'
import { blankEntry, checkEntry, entryBody } from '../../ui/forms/entry-form.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'
import type { Teams } from '../organising-teams.ts'

type Props = { organising: Organising; teams: Teams }

export function WarmUps(props: Props) {
  const [open, setOpen] = createSignal(false)
  const warmUps = () => props.organising.now.entries.filter((entry) => entry.warmUp)
  const form = createForm({
    saved: () => blankEntry,
    check: checkEntry,
    async send(values) {
      const added = await props.teams.add({ ...entryBody(values), warmUp: true })
      const others = props.organising.now.entries.map((entry) => entry.id).filter((id) => id !== added.id)
      const at = warmUps().length - 1
      await props.teams.order([...others.slice(0, at), added.id, ...others.slice(at)], (problem) => {
        throw problem
      })
      return `${added.team} is a warm-up`
    },
  })
  return (
    <section class="form" aria-labelledby="warm-ups-title">
      <h3 id="warm-ups-title">Warm-up demos</h3>
      <p class="dim">
        Judges mark the first demos low and close together while they find their feet, and no arithmetic can undo it:
        even the best team, if it goes first, wins about one time in four. Start with one or two demos that nobody
        scores: last year’s winner’s, a sponsor’s or your own. Judges try the buttons; nothing is saved.
      </p>
      <Show when={warmUps().length}>
        <p>
          {plural(warmUps().length, { one: 'One warm-up: ', other: `${warmUps().length} warm-ups: ` })}
          <strong>{listNames(warmUps().map((entry) => entry.team))}</strong>
        </p>
      </Show>
      <Show
        when={open()}
        fallback={
          <div class="buttons">
            <button class="button quiet" type="button" onClick={() => setOpen(true)}>
              Add a warm-up demo
            </button>
          </div>
        }
      >
        <form class="form" onSubmit={form.submit} novalidate aria-label="Add a warm-up demo">
          <EntryFields form={form} brief />
          <FormEnd form={form} label="Add the warm-up" adds />
        </form>
      </Show>
    </section>
  )
}
