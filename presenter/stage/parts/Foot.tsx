import { Show } from 'solid-js'
import { DeskMessage } from './DeskMessage.tsx'

/** The foot of a scene that has no line of its own: a word from the desk, where there is one. */
export function Foot(props: { message: string | null }) {
  return (
    <Show when={props.message}>
      {(message) => (
        <div class="foot">
          <DeskMessage text={message()} />
        </div>
      )}
    </Show>
  )
}
