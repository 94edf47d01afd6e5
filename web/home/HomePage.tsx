import '../ui/styles/wide-font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { createSignal, onMount, Show } from 'solid-js'
import { createAction } from '../core/action.ts'
import { api, ask } from '../core/api.ts'
import { TextField } from '../ui/fields/TextField.tsx'
import * as styles from './home.module.css'

export function HomePage() {
  const [code, setCode] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const lookUp = createAction(async (plain: string) => {
    await ask(api.codes[':code'].$get({ param: { code: plain } }))
    // The same address as in the QR code, so a typed code and a scanned one lead to the same page.
    location.assign(`/${plain}`)
  })
  let form!: HTMLFormElement

  // An unknown address such as /ABCDE redirects here; the look-up shows why.
  onMount(() => {
    const typed = /^#([A-Za-z0-9]{5}|[A-Za-z0-9]{7})$/.exec(location.hash)?.[1]
    if (!typed) return
    history.replaceState(null, '', '/')
    setCode(typed.toUpperCase())
    enter()
  })

  async function enter(e?: SubmitEvent) {
    e?.preventDefault()
    const plain = code()
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
    if (!plain) return showProblem('Please type the code that is on the screen in the room')
    await lookUp.run(plain)
    const refusal = lookUp.refused()
    if (refusal?.code === 'no-such-event')
      showProblem(`There is no event with the code ${plain}. Look again: it has five characters, or seven for a team`)
    else if (refusal?.code === 'no-such-entry')
      showProblem(`There is no team with the code ${plain}. Look again: its last two characters are the team’s own`)
    else if (refusal) showProblem(refusal.title)
  }

  function showProblem(sentence: string) {
    setProblem(`${sentence}.`)
    form.querySelector('input')?.focus()
  }

  return (
    <>
      <header class="band">
        <p>Demo Hour</p>
        <h1>The last hour of a hack day</h1>
      </header>
      <main class="sheet">
        <form class="form" ref={form} onSubmit={enter} novalidate>
          <TextField
            label="Event code"
            hint="Five characters, on the screen in the room. A team’s card has seven."
            value={code()}
            onInput={setCode}
            problem={problem()}
            input={{
              class: styles.code,
              autocomplete: 'off',
              autocapitalize: 'characters',
              spellcheck: false,
              enterkeyhint: 'go',
              maxlength: 20,
            }}
          />
          <p class="spoken" role="alert">
            {problem()}
          </p>
          <button class="button" type="submit" aria-disabled={lookUp.busy()}>
            {lookUp.busy() ? 'One moment…' : 'Enter'}
          </button>
        </form>
        <section>
          <h2>Setting up an event?</h2>
          <p>
            Open the owner’s link. It is printed in the terminal each time Demo Hour starts, and works in any browser
            that reaches this address.
          </p>
          <Show when={location.hostname === 'localhost'}>
            <p class="dim">On this machine: look at the window in which Demo Hour runs.</p>
          </Show>
        </section>
        <p class="dim">
          <a href="/privacy">Your data</a> <a href="/accessibility">Accessibility</a>
        </p>
      </main>
    </>
  )
}
