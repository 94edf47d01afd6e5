import { createEffect, createSignal, onCleanup, Show } from 'solid-js'

/** "Reconnecting…" while the server is silent; a page that has just opened waits a moment before it says so. */
export function ConnectionLine(props: { connected: boolean }) {
  const [said, say] = createSignal(false)
  let before = false
  createEffect(() => {
    if (props.connected) {
      before = true
      say(false)
      return
    }
    const wait = setTimeout(() => say(true), before ? 0 : 2500)
    onCleanup(() => clearTimeout(wait))
  })
  return (
    <p class="connection" role="status">
      <Show when={said()}>Reconnecting…</Show>
    </p>
  )
}
