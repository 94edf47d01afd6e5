import { createSignal, type JSX, Show } from 'solid-js'
import type { Cost } from '../../../api/schema/cost.ts'
import { Problem } from '../../core/api.ts'
import { sentence } from '../../core/form.ts'

type Props = {
  label: string
  /** Names what the button is about, for those who hear it among many of its kind. */
  about?: string
  question: string
  yes: string
  no: string
  /** `seen`: what it would cost, where the server refused it first because of that; a second yes then accepts it. */
  onYes: (seen?: Cost) => Promise<unknown>
  /** What has to be filled in before it can be done. */
  children?: JSX.Element
}

/** A press that cannot be taken back: asked again in place, with the safe answer under the cursor. */
export function AskTwice(props: Props) {
  const [asking, setAsking] = createSignal(false)
  const [sending, setSending] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  let first: HTMLButtonElement | undefined
  let safe: HTMLButtonElement | undefined

  function ask() {
    setProblem(undefined)
    setAsking(true)
    safe?.focus()
  }
  function leave() {
    setAsking(false)
    first?.focus()
  }
  async function carryOut() {
    if (sending()) return
    setSending(true)
    try {
      await props.onYes(problem()?.cost)
      leave()
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setProblem(failure)
      if (failure.cost) safe?.focus()
    } finally {
      setSending(false)
    }
  }

  return (
    <Show
      when={asking()}
      fallback={
        <button class="button quiet" type="button" ref={first} onClick={ask}>
          {props.label}
          <Show when={props.about}>
            <span class="spoken"> {props.about}</span>
          </Show>
        </button>
      }
    >
      <fieldset
        class="ask-twice"
        onKeyDown={(e) => {
          if (e.key === 'Escape') leave()
        }}
      >
        <legend>{props.question}</legend>
        {props.children}
        <div role="alert">
          <Show when={problem()}>{(no) => <p class="form-problem">{sentence(no())}</p>}</Show>
        </div>
        <div class="buttons">
          <button class="button quiet" type="button" ref={safe} onClick={leave}>
            {props.no}
          </button>
          <button class="button danger" type="button" aria-disabled={sending()} onClick={carryOut}>
            {sending() ? 'One moment…' : problem()?.cost ? 'Yes, all the same' : props.yes}
          </button>
        </div>
      </fieldset>
    </Show>
  )
}
