import { createSignal, For, onMount } from 'solid-js'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as trayStyles from './tray.module.css'

const minuteMs = 60_000

export function BreakForm(props: { desk: Desk }) {
  const [message, setMessage] = createSignal('')
  let messageField!: HTMLInputElement
  onMount(() => messageField.focus())
  async function send(minutes: number | undefined) {
    // A whole minute, because the stage shows the time of day.
    const endMs = minutes && Math.ceil((props.desk.nowMs() + minutes * minuteMs) / minuteMs) * minuteMs
    const untilAt = endMs ? new Date(endMs).toISOString() : undefined
    if (await props.desk.cues.send({ cue: 'break', message: message().trim(), untilAt })) props.desk.setTray(undefined)
  }
  const until = (minutes: number) =>
    clockTime(Math.ceil((props.desk.nowMs() + minutes * minuteMs) / minuteMs) * minuteMs)
  return (
    <form
      class={trayStyles.tray}
      onSubmit={(e) => e.preventDefault()}
      onKeyDown={(e) => e.key === 'Escape' && props.desk.setTray(undefined)}
    >
      <label for="break">What the room should know (optional)</label>
      <input
        id="break"
        class={trayStyles.field}
        maxLength={120}
        ref={messageField}
        autocomplete="off"
        placeholder="Coffee is in the foyer"
        onInput={(e) => setMessage(e.currentTarget.value)}
      />
      <div class={deskStyles.row}>
        <For each={[5, 10, 15, 30]}>
          {(minutes) => (
            <button type="button" class={`${buttonsStyles.button} figures`} onClick={() => send(minutes)}>
              {minutes} min ({until(minutes)})
            </button>
          )}
        </For>
        <button type="button" class={buttonsStyles.button} onClick={() => send(undefined)}>
          Back soon
        </button>
      </div>
    </form>
  )
}
