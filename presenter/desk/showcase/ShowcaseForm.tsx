import { For, onMount, Show } from 'solid-js'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as trayStyles from '../tray/tray.module.css'

const minuteMs = 60_000

export function ShowcaseForm(props: { desk: Desk }) {
  let first!: HTMLButtonElement
  onMount(() => first.focus())
  // A whole minute, because phones and backstage show the time of day.
  const endMs = (minutes: number) => Math.ceil((props.desk.nowMs() + minutes * minuteMs) / minuteMs) * minuteMs
  async function open(minutes: number | undefined) {
    const untilAt = minutes === undefined ? undefined : new Date(endMs(minutes)).toISOString()
    if (await props.desk.cues.send({ cue: 'open-showcase', untilAt })) props.desk.setTray(undefined)
  }
  return (
    <form
      class={trayStyles.tray}
      onSubmit={(e) => e.preventDefault()}
      onKeyDown={(e) => e.key === 'Escape' && props.desk.setTray(undefined)}
    >
      <p>
        <Show
          when={props.desk.liveEvent.event()?.scoring === 'any-order'}
          fallback="The stage shows each team in turn while people walk round. Scores open on stage, as set."
        >
          <strong>Every team takes scores from now until scoring closes.</strong> Judges walk round in any order.
        </Show>
      </p>
      <div class={deskStyles.row}>
        <button type="button" class={buttonsStyles.button} ref={first} onClick={() => open(undefined)}>
          No end time
        </button>
        <For each={[15, 20, 30, 45]}>
          {(minutes) => (
            <button type="button" class={`${buttonsStyles.button} figures`} onClick={() => open(minutes)}>
              {minutes} min ({clockTime(endMs(minutes))})
            </button>
          )}
        </For>
      </div>
    </form>
  )
}
