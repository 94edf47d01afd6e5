/** A key as one window tells another. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** A stage's window, as it describes itself to the desk. `id` lasts as long as the window. */
export type StageWindow = { id: string; openedAtMs: number; width: number; height: number; full: boolean }

/** What the windows of one browser tell each other. */
export type Relayed =
  | { tell: 'key'; press: KeyPress }
  /** The desk asks which stages there are; each answers `here`, and then all are told their order. */
  | { tell: 'who' }
  | { tell: 'here'; window: StageWindow }
  | { tell: 'numbers'; ids: string[] }

/**
 * The projector's window and the desk often share one laptop, and the clicker goes to whichever was touched last: so the stage hands
 * its keys to the desk. This reaches windows of the same browser alone; other laptops hear nothing of it.
 */
export function makeRelay(slug: string, hear: (message: Relayed) => void = () => {}) {
  const channel = new BroadcastChannel(`demo-hour/${slug}`)
  channel.onmessage = (e: MessageEvent<Relayed>) => hear(e.data)
  return {
    send: (message: Relayed) => channel.postMessage(message),
    sendKey: ({ key, repeat, ctrlKey, metaKey, altKey }: KeyPress) =>
      channel.postMessage({ tell: 'key', press: { key, repeat, ctrlKey, metaKey, altKey } } satisfies Relayed),
    stop: () => channel.close(),
  }
}
