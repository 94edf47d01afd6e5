import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Keeps the screen awake, taking the lock again whenever the page comes back. True while the browser withholds it. */
export function createWakeLock(): Accessor<boolean> {
  const [withheld, setWithheld] = createSignal(false)
  let lock: WakeLockSentinel | undefined
  let left = false

  async function take() {
    if (left || document.visibilityState !== 'visible' || (lock && !lock.released)) return
    try {
      lock = await navigator.wakeLock.request('screen')
      lock.addEventListener('release', () => setTimeout(take, 1000))
      setWithheld(false)
    } catch {
      // Plain http, an old browser, or a laptop that saves its battery.
      setWithheld(true)
    }
  }

  document.addEventListener('visibilitychange', take)
  take()
  onCleanup(() => {
    left = true
    document.removeEventListener('visibilitychange', take)
    lock?.release()
  })
  return withheld
}
