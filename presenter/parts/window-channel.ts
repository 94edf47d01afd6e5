export type KeyPress = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>

export type StageWindow = { id: string; openedAtMs: number; width: number; height: number; full: boolean }

export type WindowMessage =
  | { type: 'key'; press: KeyPress }
  /** Each stage replies with `window`; then the desk sends `numbers`. */
  | { type: 'identify' }
  | { type: 'window'; window: StageWindow }
  | { type: 'numbers'; ids: string[] }
  /** Each stage replies with `slides-ready`, and sends it again whenever another page has been loaded. */
  | { type: 'slides-wanted' }
  | { type: 'slides-ready'; decks: { entryId: string; ready: number; of: number }[] }
  /** A stage that has just opened; each desk replies with the films that it holds. */
  | { type: 'films-wanted' }
  /** A desk that has just opened; each stage replies with `film-ready` for each film that it was handed. */
  | { type: 'films-held' }
  /** The browser passes the file itself, with no server in between. */
  | { type: 'film'; entryId: string; file: File }
  /** `seconds`: null when this browser cannot play the file. `sound`: somebody has pressed in the stage's window, so that it may sound. */
  | { type: 'film-ready'; entryId: string; name: string; bytes: number; seconds: number | null; sound: boolean }
  | { type: 'film-removed'; entryId: string }
  /** `startedAt`: of the film in the stage's snapshot. */
  | { type: 'film-state'; state: FilmState; startedAt: string | undefined }

export type FilmState = 'loading' | 'playing' | 'silent' | 'failed' | 'ended'

/**
 * Connects the windows of one browser. The stage forwards its keys to the desk, because the two often share a laptop and a clicker's
 * keys go to the focused window.
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
