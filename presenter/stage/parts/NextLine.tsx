import { Show } from 'solid-js'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { DeskMessage } from './DeskMessage.tsx'

/** A word from the desk while there is one, else who is on deck. */
export function NextLine(props: { stage: StageSnapshot }) {
  const onDeck = () => (
    <p class="next one-line">
      <Show when={props.stage.onDeck} fallback={<span class="dim">The last team</span>}>
        {(entry) => (
          <>
            <span class="dim">Next:</span> <b dir="auto">{entry().team}</b>
          </>
        )}
      </Show>
    </p>
  )
  return (
    <Show when={props.stage.message} fallback={onDeck()}>
      {(message) => <DeskMessage text={message()} />}
    </Show>
  )
}
