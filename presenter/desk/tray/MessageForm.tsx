import { createSignal, For, onMount } from 'solid-js'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as trayStyles from './tray.module.css'

const readyMessages = ['One minute left, please', 'Please speak into the microphone', 'Please take your seats']

export function MessageForm(props: { desk: Desk }) {
  const [text, setText] = createSignal(props.desk.draft())
  let field!: HTMLInputElement
  onMount(() => field.select())
  async function send(words: string) {
    if (await props.desk.cues.send({ cue: 'message', text: words.trim() })) props.desk.setTray(undefined)
  }
  return (
    <form
      class={trayStyles.tray}
      onSubmit={(e) => {
        e.preventDefault()
        send(text())
      }}
      onKeyDown={(e) => e.key === 'Escape' && props.desk.setTray(undefined)}
    >
      <label for="message">Message to the stage and backstage</label>
      <div class={deskStyles.row}>
        <input
          id="message"
          class={trayStyles.field}
          maxLength={120}
          value={text()}
          ref={field}
          autocomplete="off"
          onInput={(e) => setText(e.currentTarget.value)}
        />
        <button type="submit" class={buttonsStyles.button}>
          Show it
        </button>
        <button type="button" class={buttonsStyles.button} onClick={() => send('')}>
          Clear
        </button>
      </div>
      <div class={deskStyles.row}>
        <For each={readyMessages}>
          {(words) => (
            <button type="button" class={buttonsStyles.quiet} onClick={() => send(words)}>
              {words}
            </button>
          )}
        </For>
      </div>
    </form>
  )
}
