import { Match, Show, Switch } from 'solid-js'
import type { Organising } from '../organising.ts'
import { RehearsalNow } from './RehearsalNow.tsx'
import { RehearseForm } from './RehearseForm.tsx'
import { createRehearsing } from './rehearsing.ts'

export function RehearseSection(props: { organising: Organising }) {
  const rehearsing = createRehearsing(props.organising.slug)
  const event = () => props.organising.now.event
  return (
    <section class="section" id="rehearse" aria-labelledby="rehearse-title">
      <header>
        <h2 id="rehearse-title">Rehearse</h2>
        <p class="dim">
          Made-up judges play the show on a copy of this event: a harsh one, a lenient one, one who comes late, one
          whose phone loses the network, one who steps aside from a team. Each of its screens says that nothing counts,
          and one press deletes it.
        </p>
      </header>
      <Show when={rehearsing.rehearsal()}>{(now) => <RehearsalNow rehearsal={now()} rehearsing={rehearsing} />}</Show>
      <Show when={rehearsing.rehearsal() !== undefined && rehearsing.rehearsal()?.state !== 'playing'}>
        <Switch fallback={<RehearseForm organising={props.organising} rehearsing={rehearsing} />}>
          <Match when={event().phase !== 'setup'}>
            <p>The doors have been opened, so rehearsing is over: nobody should mistake one show for the other.</p>
          </Match>
          <Match when={props.organising.now.entries.length === 0}>
            <p>There is nothing to rehearse yet. Add the teams first.</p>
          </Match>
        </Switch>
      </Show>
    </section>
  )
}
