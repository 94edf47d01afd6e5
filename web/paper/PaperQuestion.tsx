import { onMount, Show } from 'solid-js'
import type { BallotSource } from '../../api/schema/ballot.ts'
import { isolateName } from '../core/words/names.ts'

type Props = {
  storedSource: BallotSource | undefined
  unanswered: string
  judge: string
  sending: boolean
  onYes: () => void
  onNo: () => void
}

export function PaperQuestion(props: Props) {
  let cancelButton!: HTMLButtonElement
  onMount(() => cancelButton.focus())
  return (
    <fieldset
      class="inline-confirm"
      onKeyDown={(e) => {
        if (e.key === 'Escape') props.onNo()
      }}
    >
      <legend>Save this ballot anyway?</legend>
      <Show when={props.storedSource === 'phone'}>
        <p>
          {isolateName(props.judge)} has a ballot for this team on their phone already. What is on it stays hidden from
          you; the paper would replace it, and the history keeps both.
        </p>
      </Show>
      <Show when={props.storedSource === 'paper'}>
        <p>A paper ballot of {isolateName(props.judge)} for this team was copied before. This one would replace it.</p>
      </Show>
      <Show when={props.unanswered}>
        <p>{props.unanswered} left without an answer: the scores count once all are answered.</p>
      </Show>
      <div class="buttons">
        <button class="button quiet" type="button" ref={cancelButton} onClick={() => props.onNo()}>
          No, go back
        </button>
        <button class="button danger" type="button" aria-disabled={props.sending} onClick={() => props.onYes()}>
          {props.sending ? 'One moment…' : 'Yes, save it'}
        </button>
      </div>
    </fieldset>
  )
}
