import { createSignal, onMount } from 'solid-js'
import { api, ask } from '../../../web/core/api.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as trayStyles from './tray.module.css'

/** Stays open: whoever types captions sends one line after the other. */
export function CaptionForm(props: { desk: Desk }) {
  const [text, setText] = createSignal('')
  let field!: HTMLInputElement
  onMount(() => field.focus())
  async function send(words: string) {
    const { slug, requests } = props.desk
    const { captions } = api.events[':slug']
    const sent = await requests.send(() => ask(captions.$post({ param: { slug }, json: { text: words.trim() } })))
    // What was typed meanwhile stays.
    if (sent && text() === words) setText('')
    field.focus()
  }
  return (
    <form
      class={trayStyles.tray}
      onSubmit={(e) => {
        e.preventDefault()
        if (text().trim()) send(text())
      }}
      onKeyDown={(e) => e.key === 'Escape' && props.desk.setTray(undefined)}
    >
      <label for="caption">Caption: type what is said, and press Enter</label>
      <div class={deskStyles.row}>
        <input
          id="caption"
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
    </form>
  )
}
