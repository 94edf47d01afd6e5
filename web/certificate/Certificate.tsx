import { For, Show } from 'solid-js'
import type { Event } from '../../api/schema/event.ts'
import type { Pack } from '../../api/schema/feedback.ts'
import { awardName } from '../core/words/award-words.ts'
import { dayWords } from '../core/words/event-words.ts'

/** The step of the font size at which text of this length fits; 0 is the largest. */
const stepOf = (length: number, ...steps: number[]) => steps.filter((most) => length > most).length

export function Certificate(props: { event: Event; pack: Pack }) {
  const entry = () => props.pack.entry
  const members = () => entry().members
  const awards = () => props.pack.awards
  return (
    <article class="certificate">
      <div class="certificate-frame">
        <p class="certificate-event" dir="auto">
          {props.event.name}
        </p>
        <div class="certificate-middle">
          <p class="certificate-word">This certificate is given to</p>
          <h2 class="certificate-team" data-size={stepOf(entry().team.length, 22, 48, 80)} dir="auto">
            {entry().team}
          </h2>
          <Show when={members().length}>
            <p class="certificate-members" data-size={stepOf(members().join(' · ').length, 160, 400, 900)}>
              <For each={members()}>
                {(name, n) => (
                  <>
                    {n() > 0 && ' · '}
                    <bdi>{name}</bdi>
                  </>
                )}
              </For>
            </p>
          </Show>
          <Show when={awards().length} fallback={<p class="certificate-word">for taking part, with</p>}>
            <ul class="certificate-awards">
              <For each={awards().slice(0, 4)}>
                {(award) => (
                  <li data-size={stepOf(awardName(award).length, 30, 60)} dir="auto">
                    {awardName(award)}
                  </li>
                )}
              </For>
            </ul>
            <p class="certificate-word">for</p>
          </Show>
          <p class="certificate-title" data-size={stepOf(entry().title.length, 40, 80)} dir="auto">
            {entry().title}
          </p>
        </div>
        <div class="certificate-foot">
          <p dir="auto">{[dayWords(props.event), props.event.venue].filter(Boolean).join(' · ')}</p>
          <p class="certificate-hand">For the organisers</p>
        </div>
      </div>
    </article>
  )
}
