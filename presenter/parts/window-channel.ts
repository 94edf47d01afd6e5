export type KeyPress = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** A stage's window as it describes itself to the desk. `id` lasts as long as the window. */
export type StageWindow = { id: string; openedAtMs: number; width: number; height: number; full: boolean }

export type WindowMessage =
  | { type: 'key'; press: KeyPress }
  /** The desk asks which stages are open; each replies with `window`, then the desk sends `numbers`. */
  | { type: 'identify' }
  | { type: 'window'; window: StageWindow }
  | { type: 'numbers'; ids: string[] }

/**
 * Connects the windows of one browser. The projector's window and the desk often share a laptop, and a clicker's keys go to the focused
 * window, so the stage forwards its keys to the desk.
 */
export function openWindowChannel(slug: string, onMessage: (message: WindowMessage) => void = () => {}) {
  const channel = new BroadcastChannel(`demo-hour/${slug}`)
  channel.onmessage = (e: MessageEvent<WindowMessage>) => onMessage(e.data)
  return {
    send: (message: WindowMessage) => channel.postMessage(message),
    sendKey: ({ key, repeat, ctrlKey, metaKey, altKey }: KeyPress) =>
      channel.postMessage({ type: 'key', press: { key, repeat, ctrlKey, metaKey, altKey } } satisfies WindowMessage),
    stop: () => channel.close(),
  }
}
