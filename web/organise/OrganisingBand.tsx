import { For } from 'solid-js'
import { phaseWords } from '../core/words/event-words.ts'
import type { Organising } from './organising.ts'
import { type HomeName, homes } from './tasks/task-list.ts'
import * as styles from './tasks/tasks.module.css'

type Props = { organising: Organising; home: HomeName; addressOf: (page: string) => string }

export function OrganisingBand(props: Props) {
  const event = () => props.organising.now.event
  return (
    <header class="band">
      <div class={`office-width ${styles.bandRow}`}>
        <div>
          <div class="band-line">
            <span class="pill">{phaseWords[event().phase]}</span>
            <span role="status">{props.organising.cutOff() ? 'Reconnecting…' : ''}</span>
          </div>
          <h1 dir="auto">{event().name}</h1>
        </div>
        <nav aria-label="Parts of the event">
          <ul class={styles.tabs}>
            <For each={homes}>
              {(home) => (
                <li>
                  <a href={props.addressOf(home.name)} aria-current={props.home === home.name ? 'true' : undefined}>
                    {home.label}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </nav>
      </div>
    </header>
  )
}
