import { For, Show } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Event } from '../../../api/schema/event.ts'
import { createForm } from '../../core/form.ts'
import { OrderButtons } from '../../ui/buttons/OrderButtons.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Organising } from '../organising.ts'
import { awardOrderItems } from './award-order-items.ts'

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

type AwardSettings = Pick<
  Event,
  'places' | 'method' | 'criterionAwards' | 'publishes' | 'oneAwardPerTeam' | 'awardOrder'
>

export function AwardsSection(props: { organising: Organising }) {
  const event = () => props.organising.now.event
  const form = createForm<AwardSettings>({
    saved: () => {
      const { places, method, criterionAwards, publishes, oneAwardPerTeam, awardOrder } = event()
      return { places, method, criterionAwards, publishes, oneAwardPerTeam, awardOrder }
    },
    async send(values) {
      const ids = event().criteria.map((criterion) => criterion.id)
      const awardIds = orderItems().map(({ id }) => id)
      await props.organising.saveEvent({
        ...values,
        criterionAwards: values.criterionAwards.filter((id) => ids.includes(id)),
        awardOrder: values.awardOrder.filter((id) => awardIds.includes(id)),
      })
      return 'Saved'
    },
  })
  const teamCount = () => props.organising.now.entries.filter((entry) => !entry.warmUp).length
  const placesHint = () =>
    teamCount() > 0 && form.values.places > teamCount()
      ? `There are only ${countOf(teamCount(), 'team')} so far.`
      : undefined
  const orderItems = () => awardOrderItems({ ...event(), ...form.values }, props.organising.now.prizes)
  const honour = (id: string, yes: boolean) =>
    form.change((draft) => {
      const others = draft.criterionAwards.filter((other) => other !== id)
      draft.criterionAwards = yes ? [...others, id] : others
    })
  const setOneAward = (yes: boolean) =>
    form.change((draft) => {
      draft.oneAwardPerTeam = yes
    })

  return (
    <section class="section" id="awards" aria-labelledby="awards-title">
      <header>
        <h2 id="awards-title">Awards</h2>
        <p class="dim">They are revealed one by one, and the winner is the last of the places.</p>
      </header>
      <form class="form" onSubmit={form.submit} novalidate>
        <SelectField
          label="How many places to announce"
          hint={placesHint()}
          value={String(form.values.places)}
          options={places}
          onInput={(value) =>
            form.change((draft) => {
              draft.places = Number(value)
            })
          }
        />
        <fieldset class="choice">
          <legend>Also an award for the best team on…</legend>
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
        <fieldset class="choice">
          <legend>When a team is best for several awards</legend>
          <label class="choice-option">
            <input
              type="checkbox"
              checked={form.values.oneAwardPerTeam}
              onChange={(e) => setOneAward(e.currentTarget.checked)}
            />
            <span>
              <strong>One award a team.</strong>
              <span class="choice-hint">
                {' '}
                If the best team has a place, a prize that you give or an award that is revealed later, the next best
                team gets this one. The record says so.
              </span>
            </span>
          </label>
        </fieldset>
        <Show when={orderItems().length > 1}>
          <OrderButtons
            label="The order of the reveal, from the first to the last"
            items={orderItems()}
            onOrder={(ids) =>
              form.change((draft) => {
                draft.awardOrder = ids
              })
            }
          />
        </Show>
        <details class="more">
          <summary>More: how marks are added up, what everyone can read</summary>
          <div class="stack">
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
          </div>
        </details>
        <FormEnd form={form} label="Save the awards" />
      </form>
    </section>
  )
}
