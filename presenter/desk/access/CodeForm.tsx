import { createSignal, Show } from 'solid-js'
import { createAction } from '../../../web/core/action.ts'
import { api, ask } from '../../../web/core/api.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import * as trayStyles from '../tray/tray.module.css'

export function CodeForm(props: { slug: string; onOpen: () => void }) {
  const [code, setCode] = createSignal('')
  const opening = createAction(async () => {
    await ask(api.events[':slug']['desk-session'].$post({ param: { slug: props.slug }, json: { code: code() } }))
    props.onOpen()
  })

  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        if (code().trim()) opening.run()
      }}
    >
      <p>
        <label for="desk-code">
          Or type the code that the open desk shows under Screens, or the organiser’s page under Hand over.
        </label>
      </p>
      <div class={deskStyles.row}>
        <input
          id="desk-code"
          class={trayStyles.field}
          maxLength={20}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          onInput={(e) => setCode(e.currentTarget.value)}
        />
        <button type="submit" class={`${buttonsStyles.button} ${buttonsStyles.main}`} disabled={opening.busy()}>
          Open the desk
        </button>
      </div>
      <p role="status">
        <Show when={opening.refused()}>{(problem) => <>{problem().title}.</>}</Show>
      </p>
    </form>
  )
}
