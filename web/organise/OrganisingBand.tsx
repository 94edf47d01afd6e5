import { For } from 'solid-js'
import type { Event } from '../../api/schema/event.ts'
import { phaseWords } from '../core/words/event-words.ts'
import { type HomeName, homes } from './tasks/task-list.ts'
import * as styles from './tasks/tasks.module.css'

type Props = {
  event: Event
  home: HomeName
  /** The title of a page outside the lists of tasks, such as the review. */
  page?: string
  cutOff?: boolean
}

/** The event's name and the way to its three lists of tasks, on every page of the organiser. */
export function OrganisingBand(props: Props) {
  const phase = () => phaseWords[props.event.phase]
  const beside = () => (props.cutOff ? 'Reconnecting…' : props.page ? phase() : '')
  return (
    <header class="band on-screen">
      <div class={`office-width ${styles.bandRow}`}>
        <div>
          <div class="band-line">
            <span class="pill">{props.page ?? phase()}</span>
            <span role="status">{beside()}</span>
          </div>
          <h1 dir="auto">{props.event.name}</h1>
        </div>
        <nav aria-label="Tasks">
          <ul class={styles.tabs}>
            <For each={homes}>
              {(home) => (
                <li>
                  <a
                    href={`/e/${props.event.slug}/organise/${home.name}`}
                    aria-current={props.home === home.name ? 'true' : undefined}
                  >
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
