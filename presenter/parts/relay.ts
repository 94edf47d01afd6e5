/** A key as one window tells another. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * The projector's window and the desk often share one laptop, and the clicker goes to whichever was touched last.
 * So the stage hands its keys to the desk of the same browser.
 */
export function makeRelay(slug: string, hear?: (press: KeyPress) => void) {
  const channel = new BroadcastChannel(`demo-hour/keys/${slug}`)
  channel.onmessage = (e: MessageEvent<KeyPress>) => hear?.(e.data)
  return {
    send: ({ key, repeat, ctrlKey, metaKey, altKey }: KeyPress) =>
      channel.postMessage({ key, repeat, ctrlKey, metaKey, altKey }),
    stop: () => channel.close(),
  }
}
