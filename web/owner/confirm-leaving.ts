import { onCleanup, onMount } from 'solid-js'
import type { OwnerEvent } from '../../api/schema/event.ts'

const isThisComputer = () => /^(localhost|127\.0\.0\.1)$/.test(location.hostname)

/**
 * Asks before the owner's page is closed while a show is on, on the computer that runs the server: whoever closes it often means to end
 * everything. Links on the page lead on without a question.
 */
export function confirmLeaving(events: () => OwnerEvent[]): void {
  let followsLink = false
  const onClick = (e: MouseEvent) => {
    followsLink = e.target instanceof Element && e.target.closest('a[href]') !== null
  }
  const onLeave = (e: BeforeUnloadEvent) => {
    const isOn = events().some(({ phase }) => phase === 'live' || phase === 'closed' || phase === 'revealing')
    if (isOn && !followsLink && isThisComputer()) e.preventDefault()
    followsLink = false
  }
  onMount(() => {
    addEventListener('click', onClick, true)
    addEventListener('beforeunload', onLeave)
  })
  onCleanup(() => {
    removeEventListener('click', onClick, true)
    removeEventListener('beforeunload', onLeave)
  })
}
