import { createSignal, type JSX, Show } from 'solid-js'
import type { Cost } from '../../../api/schema/judging/cost.ts'
import { createAction } from '../../core/action.ts'
import { problemSentence } from '../../core/form.ts'

type Props = {
  label: string
  about?: string
  question: string
  yes: string
  no: string
  /** `cost`: named by the server when it refused the first try; the second yes accepts it. */
  onYes: (cost?: Cost) => Promise<unknown>
  children?: JSX.Element
}

export function InlineConfirm(props: Props) {
  const [asking, setAsking] = createSignal(false)
  const action = createAction((cost?: Cost) => props.onYes(cost))
  let openButton: HTMLButtonElement | undefined
  let cancelButton: HTMLButtonElement | undefined

  function showConfirmation() {
    action.reset()
    setAsking(true)
    cancelButton?.focus()
  }
  function leave() {
    setAsking(false)
    openButton?.focus()
  }
  async function carryOut() {
    if (await action.run(action.refused()?.cost)) leave()
    else if (action.refused()?.cost) cancelButton?.focus()
  }

  return (
    <Show
      when={asking()}
      fallback={
        <button class="button quiet" type="button" ref={openButton} onClick={showConfirmation}>
          {props.label}
          <Show when={props.about}>
            <span class="spoken"> {props.about}</span>
          </Show>
        </button>
      }
    >
      <fieldset
        class="inline-confirm"
        onKeyDown={(e) => {
          if (e.key === 'Escape') leave()
        }}
      >
        <legend>{props.question}</legend>
        {props.children}
        <div role="alert">
          <Show when={action.refused()}>{(no) => <p class="form-problem">{problemSentence(no())}</p>}</Show>
        </div>
        <div class="buttons">
          <button class="button quiet" type="button" ref={cancelButton} onClick={leave}>
            {props.no}
          </button>
          <button class="button danger" type="button" aria-disabled={action.busy()} onClick={carryOut}>
            {action.busy() ? 'One moment…' : action.refused()?.cost ? 'Yes, anyway' : props.yes}
          </button>
        </div>
      </fieldset>
    </Show>
  )
}
