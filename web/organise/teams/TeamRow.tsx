import { createSignal, createUniqueId, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Event } from '../../../api/schema/event.ts'
import * as styles from '../organise.module.css'
import type { Teams } from '../organising-teams.ts'
import { TeamPanel } from './TeamPanel.tsx'

type Props = {
  entry: Entry
  event: Event
  /** From 0, in the running order: slots of an imported event may have gaps. */
  place: number
  of: number
  link: string | undefined
  locked: boolean
  teams: Teams
  onMove: (place: number) => void
  onGone: () => void
}

export function TeamRow(props: Props) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)

  function move(e: MouseEvent & { currentTarget: HTMLButtonElement }, by: number) {
    const button = e.currentTarget
    props.onMove(props.place + by)
    button.focus()
    button.scrollIntoView({ block: 'nearest' })
  }

  return (
    <li class="team-row">
      <div class={styles.teamLine}>
        <span class="row-slot">{props.place + 1}</span>
        <p class="row-main">
          <strong dir="auto">{props.entry.team}</strong>
          <span dir="auto">{props.entry.title}</span>
        </p>
        <div class={styles.teamButtons}>
          <Show when={props.entry.warmUp}>
            <span class={styles.judgeStatus}>Warm-up</span>
          </Show>
          <Show when={props.entry.skipped}>
            <span class={styles.judgeStatus}>Skipped</span>
          </Show>
          <Show when={!props.locked}>
            <button
              class={`button quiet ${styles.arrow}`}
              type="button"
              aria-disabled={props.place === 0}
              onClick={(e) => move(e, -1)}
            >
              <span aria-hidden="true">↑</span>
              <span class="spoken">{props.entry.team} earlier</span>
            </button>
            <button
              class={`button quiet ${styles.arrow}`}
              type="button"
              aria-disabled={props.place === props.of - 1}
              onClick={(e) => move(e, 1)}
            >
              <span aria-hidden="true">↓</span>
              <span class="spoken">{props.entry.team} later</span>
            </button>
          </Show>
          <button
            class="button quiet"
            type="button"
            aria-expanded={open()}
            aria-controls={id}
            onClick={() => setOpen(!open())}
          >
            {open() ? 'Close' : 'Open'}
            <span class="spoken"> {props.entry.team}</span>
          </button>
        </div>
      </div>
      <div id={id}>
        <Show when={open()}>
          <TeamPanel {...props} />
        </Show>
      </div>
    </li>
  )
}
