import { For, Show } from 'solid-js'
import { type RubricValues, weightExample } from '../../client/rubric-form.ts'

const percent = (share: number) => `${Math.round(share)} %`
const mark = (value: number, hi: number) => `${value.toFixed(hi > 20 ? 0 : 1)} of ${hi}`

/** What the weights do, on two made-up teams, as they are typed. */
export function WeightExample(props: { values: RubricValues }) {
  return (
    <Show when={weightExample(props.values)}>
      {(example) => (
        <div class="weights">
          <h3>What the weights do</h3>
          <Show
            when={!example().alike}
            fallback={<p>All questions count the same, {percent(example().shares[0]?.percent ?? 0)} each.</p>}
          >
            <ul class="shares">
              <For each={example().shares}>
                {(share) => (
                  <li class="share">
                    <span class="share-figure figures">{percent(share.percent)}</span>
                    <span class="share-bar" aria-hidden="true">
                      <span style={{ width: `${share.percent}%` }} />
                    </span>
                    <span class="share-name" dir="auto">
                      {share.name || 'The new question'}
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <p>
              A team with full marks on “{example().heaviest}” and half of the scale on the rest ends at{' '}
              <strong class="figures">{mark(example().marks[0], example().hi)}</strong>. One that shines on “
              {example().lightest}” instead ends at{' '}
              <strong class="figures">{mark(example().marks[1], example().hi)}</strong>.
            </p>
          </Show>
        </div>
      )}
    </Show>
  )
}
