import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** `withheld`: the browser will not keep this screen awake. `let-go`: hidden, so that it may sleep until the page is back. */
export type WakeLock = 'asking' | 'held' | 'let-go' | 'withheld'

/** Keeps the screen awake, taking the lock again whenever the page comes back. */
export function createWakeLock(): Accessor<WakeLock> {
  const [state, setState] = createSignal<WakeLock>('asking')
  let lock: WakeLockSentinel | undefined
  let left = false

  async function take() {
    if (left || document.visibilityState !== 'visible' || (lock && !lock.released)) return
    try {
      lock = await navigator.wakeLock.request('screen')
      lock.addEventListener('release', () => {
        setState('let-go')
        setTimeout(take, 1000)
      })
      setState('held')
    } catch {
      // Plain http, an old browser, or a laptop that saves its battery.
      setState('withheld')
    }
  }

  document.addEventListener('visibilitychange', take)
  take()
  onCleanup(() => {
    left = true
    document.removeEventListener('visibilitychange', take)
    lock?.release()
  })
  return state
}
