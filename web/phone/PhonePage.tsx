import '../ui/styles/wide-font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { createSignal, Match, onMount, Show, Switch } from 'solid-js'
import { createAction } from '../core/action.ts'
import { api, ask } from '../core/api.ts'

/** The owner's page shows the code that leads here, and notices when a phone has come. */
export function PhonePage() {
  const [counted, setCounted] = createSignal(false)
  const visit = createAction(async () => {
    const answer = await ask<{ counted: boolean }>(api.network.visits.$post())
    setCounted(answer.counted)
  })
  onMount(() => visit.run())
  const title = () => {
    if (visit.refused()) return 'No answer from the server'
    if (!visit.done()) return 'One moment…'
    return counted() ? 'This phone gets through' : 'Scan the code with a phone'
  }
  return (
    <>
      <header class="band">
        <p>Demo Hour</p>
        <h1 role="status">{title()}</h1>
      </header>
      <main class="sheet">
        <Switch>
          <Match when={visit.refused()}>
            <p>The page came, but the server did not answer. Is the Wi-Fi weak here?</p>
            <button class="button" type="button" onClick={() => visit.run()}>
              Try again
            </button>
          </Match>
          <Match when={visit.done()}>
            <Show
              when={counted()}
              fallback={<p>This is the computer that runs Demo Hour, so it proves nothing about phones.</p>}
            >
              <p>The organiser’s screen says so, too. You can close this page.</p>
            </Show>
          </Match>
        </Switch>
      </main>
    </>
  )
}
