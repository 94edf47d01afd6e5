import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Event } from '../../../api/schema/event.ts'
import type { TeamPack } from '../../../api/schema/feedback.ts'
import { bestLine, profileLines } from './profile-words.ts'

type Props = { pack: TeamPack; event: Pick<Event, 'criteria'>; level?: 'h2' | 'h3' }

export function BestQuestion(props: Props) {
  const best = () => bestLine(profileLines(props.pack.profile, props.event.criteria))
  return (
    <Show when={best()}>
      {(line) => (
        <section>
          <Dynamic component={props.level ?? 'h2'}>Your best question</Dynamic>
          <p>
            <strong dir="auto">{line().question}</strong>: <span class="figures">{line().figure}</span>
          </p>
          <Show when={line().means}>
            <p dir="auto">{line().means}</p>
          </Show>
        </section>
      )}
    </Show>
  )
}
