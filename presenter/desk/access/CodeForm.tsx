import { createSignal, Show } from 'solid-js'
import { createAction } from '../../../web/core/action.ts'
import { api, ask } from '../../../web/core/api.ts'

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
          Or type the code from the desk that is open: choose Screens there, then Hand over.
        </label>
      </p>
      <div class="row">
        <input
          id="desk-code"
          class="field"
          maxLength={20}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          onInput={(e) => setCode(e.currentTarget.value)}
        />
        <button type="submit" class="button main" disabled={opening.busy()}>
          Open the desk
        </button>
      </div>
      <p role="status">
        <Show when={opening.refused()}>{(problem) => <>{problem().title}.</>}</Show>
      </p>
    </form>
  )
}
