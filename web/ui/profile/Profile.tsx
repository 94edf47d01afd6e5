import { For, Show } from 'solid-js'
import type { Event } from '../../../api/schema/event.ts'
import type { TeamPack } from '../../../api/schema/feedback.ts'
import * as styles from './profile.module.css'
import { figuresAre, profileLines } from './profile-words.ts'

type Props = {
  pack: TeamPack
  event: Pick<Event, 'criteria' | 'method'>
  whole?: boolean
}

export function Profile(props: Props) {
  const lines = () => profileLines(props.pack.profile, props.event.criteria)
  return (
    <Show
      when={lines().length}
      fallback={<p>{props.pack.explanation || 'Your demo was not scored, so there is nothing to compare.'}</p>}
    >
      <p class="dim">{figuresAre[props.event.method]}</p>
      <ul class={styles.profile}>
        <For each={lines()}>
          {(line) => (
            <li>
              <h3 dir="auto">{line.question}</h3>
              <Show when={props.whole && line.about}>
                <p class="dim" dir="auto">
                  {line.about}
                </p>
              </Show>
              <p>
                <strong class="figures">{line.figure}</strong>
                <span>, {line.beside}</span>
              </p>
              <svg class={styles.profileBar} aria-hidden="true">
                <rect class={styles.profileScale} width="100%" height="100%" rx="4" />
                <rect class={styles.profileOwn} width={`${line.at * 100}%`} height="100%" rx="4" />
                <line
                  class={styles.profileMiddle}
                  x1={`${line.middle * 100}%`}
                  x2={`${line.middle * 100}%`}
                  y1="0"
                  y2="100%"
                />
              </svg>
              <Show when={line.means}>
                <p class="dim" dir="auto">
                  {line.means}
                </p>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
