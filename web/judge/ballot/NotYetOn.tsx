import { Show } from 'solid-js'
import type { Judging } from '../judging.ts'

/** Without a network the judge may know that a team is on stage before the phone does. */
export function NotYetOn(props: { entryId: string; judging: Judging }) {
  const judges = () => props.judging.criteria(props.entryId).length > 0
  const words = () => {
    if (!judges()) return 'You do not score this team.'
    const phase = props.judging.phase()
    if (phase !== 'setup' && phase !== 'live') return 'Scoring closed before this team could be scored.'
    return props.judging.liveEvent.event()?.scoring === 'any-order'
      ? 'You can score them once the showcase begins.'
      : 'You can score them once they are on stage.'
  }
  return (
    <Show when={judges() && !props.judging.connected() && props.judging.phase() === 'live'} fallback={<p>{words()}</p>}>
      <p>This phone is offline, so it cannot hear who is on stage.</p>
      <button class="button" type="button" onClick={() => props.judging.markEarly(props.entryId)}>
        They are on stage: mark them now
      </button>
    </Show>
  )
}
