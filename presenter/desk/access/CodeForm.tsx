import { createSignal, Show } from 'solid-js'
import { api, ask, Problem } from '../../../web/core/api.ts'

/** Opens the desk with the code that another desk shows. */
export function CodeForm(props: { slug: string; onOpen: () => void }) {
  const [code, setCode] = createSignal('')
  const [refusal, setRefusal] = createSignal('')
  const [busy, setBusy] = createSignal(false)

  async function send() {
    if (busy() || !code().trim()) return
    setBusy(true)
    setRefusal('')
    try {
      await ask(api.events[':slug']['desk-session'].$post({ param: { slug: props.slug }, json: { code: code() } }))
      props.onOpen()
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setRefusal(`${problem.title}.`)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        send()
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
        <button type="submit" class="button main" disabled={busy()}>
          Open the desk
        </button>
      </div>
      <p role="status">
        <Show when={refusal()}>{(words) => <>{words()}</>}</Show>
      </p>
    </form>
  )
}
