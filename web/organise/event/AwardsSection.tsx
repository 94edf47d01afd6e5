import { For, Show } from 'solid-js'
import type { Event } from '../../../api/schema/event.ts'
import { createForm } from '../../core/form.ts'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'
import { OutOfAwards } from './OutOfAwards.tsx'
import { PrizesForm } from './PrizesForm.tsx'

const methods = [
  {
    value: 'levelled',
    label: 'Levelled average.',
    hint: 'Each judge’s habitual harshness or generosity is removed, so that it matters less who marked a team.',
  },
  {
    value: 'mean',
    label: 'Plain average.',
    hint: 'Every mark counts as it was given, harsh and generous judges alike.',
  },
]
const published = [
  {
    value: 'winners',
    label: 'The winners.',
    hint: 'Each team finds its own scores by its link. You have the full table in the record.',
  },
  { value: 'everything', label: 'Everything.', hint: 'Every team’s place and score is public.' },
]
const places = Array.from({ length: 10 }, (_, n) => ({
  value: String(n + 1),
  label: n === 0 ? 'The winner only' : `The first ${n + 1}`,
}))

export function AwardsSection(props: { organising: Organising }) {
  const event = () => props.organising.now.event
  const form = createForm<Pick<Event, 'places' | 'method' | 'criterionAwards' | 'publishes'>>({
    saved: () => {
      const { places, method, criterionAwards, publishes } = event()
      return { places, method, criterionAwards, publishes }
    },
    async send(values) {
      const ids = event().criteria.map((criterion) => criterion.id)
      await props.organising.saveEvent({
        ...values,
        criterionAwards: values.criterionAwards.filter((id) => ids.includes(id)),
      })
      return 'Saved'
    },
  })
  const honour = (id: string, yes: boolean) =>
    form.change((draft) => {
      const others = draft.criterionAwards.filter((other) => other !== id)
      draft.criterionAwards = yes ? [...others, id] : others
    })

  return (
    <section class="section" id="awards" aria-labelledby="awards-title">
      <header>
        <h2 id="awards-title">Awards</h2>
        <p class="dim">
          Revealed one by one: prizes first, then the best by question, then the places up to the winner.
        </p>
      </header>
      <form class="form" onSubmit={form.submit} novalidate>
        <SelectField
          label="How many places to announce"
          value={String(form.values.places)}
          options={places}
          onInput={(value) =>
            form.change((draft) => {
              draft.places = Number(value)
            })
          }
        />
        <fieldset class="choice">
          <legend>Also honour the best team on…</legend>
          <For each={event().criteria}>
            {(criterion) => (
              <label class="choice-option">
                <input
                  type="checkbox"
                  checked={form.values.criterionAwards.includes(criterion.id)}
                  onChange={(e) => honour(criterion.id, e.currentTarget.checked)}
                />
                <span dir="auto">{criterion.name}</span>
              </label>
            )}
          </For>
        </fieldset>
        <ChoiceField
          label="How marks are added up"
          value={form.values.method}
          options={methods}
          onInput={(value) =>
            form.change((draft) => {
              draft.method = value === 'mean' ? 'mean' : 'levelled'
            })
          }
        />
        <ChoiceField
          label="What everyone can read afterwards"
          value={form.values.publishes}
          options={published}
          onInput={(value) =>
            form.change((draft) => {
              draft.publishes = value === 'everything' ? 'everything' : 'winners'
            })
          }
        />
        <FormEnd form={form} label="Save the awards" />
      </form>
      <hr class="rule" />
      <PrizesForm organising={props.organising} />
      <Show when={event().phase === 'live' || event().phase === 'closed'}>
        <hr class="rule" />
        <OutOfAwards organising={props.organising} />
      </Show>
    </section>
  )
}
