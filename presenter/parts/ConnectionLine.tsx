import { createEffect, createSignal, onCleanup, Show } from 'solid-js'

export function ConnectionLine(props: { connected: boolean }) {
  const [visible, setVisible] = createSignal(false)
  let wasConnected = false
  createEffect(() => {
    if (props.connected) {
      wasConnected = true
      setVisible(false)
      return
    }
    const wait = setTimeout(() => setVisible(true), wasConnected ? 0 : 2500)
    onCleanup(() => clearTimeout(wait))
  })
  return (
    <p data-connection role="status">
      <Show when={visible()}>Reconnecting…</Show>
    </p>
  )
}
