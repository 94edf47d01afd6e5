import { Show } from 'solid-js'
import type { Judging } from '../judging.ts'

/** In place of the ballot of a team that is still to come. Without a network the judge may know that it is on stage. */
export function NotYetOn(props: { entryId: string; judging: Judging }) {
  return (
    <Show
      when={!props.judging.connected() && props.judging.phase() === 'live'}
      fallback={<p>You can score them once they are on stage.</p>}
    >
      <p>This phone is offline, so it cannot hear who is on stage.</p>
      <button class="button" type="button" onClick={() => props.judging.markEarly(props.entryId)}>
        They are on stage: mark them now
      </button>
    </Show>
  )
}
