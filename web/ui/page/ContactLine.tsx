import { createSignal, Match, onMount, Switch } from 'solid-js'
import { createAction } from '../../core/action.ts'
import { api, ask } from '../../core/api.ts'

/** Whom to write to about this installation. */
export function ContactLine() {
  const [contact, setContact] = createSignal<string | null>()
  const load = createAction(async () => {
    setContact((await ask<{ contact: string | null }>(api.installation.$get())).contact)
  })
  onMount(() => load.run())
  return (
    <Switch>
      <Match when={contact()}>
        {(address) => (
          <p>
            Write to <a href={/^https?:/.test(address()) ? address() : `mailto:${address()}`}>{address()}</a>.
          </p>
        )}
      </Match>
      <Match when={contact() === null}>
        <p>
          Please tell the organiser of your event. This installation names no contact: whoever runs it sets the variable
          CONTACT to an e-mail address or a web page.
        </p>
      </Match>
      <Match when={load.refused()}>
        <p>The contact could not be loaded. Please tell the organiser of your event.</p>
      </Match>
    </Switch>
  )
}
