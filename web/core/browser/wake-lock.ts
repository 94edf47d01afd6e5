import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** `released`: the page was hidden, so that the screen may sleep until the page is visible again. */
export type WakeLock = 'requested' | 'held' | 'released' | 'refused'

export function createWakeLock(): Accessor<WakeLock> {
  const [state, setState] = createSignal<WakeLock>('requested')
  let lock: WakeLockSentinel | undefined
  let disposed = false

  async function acquire() {
    if (disposed || document.visibilityState !== 'visible' || (lock && !lock.released)) return
    try {
      lock = await navigator.wakeLock.request('screen')
      lock.addEventListener('release', () => {
        setState('released')
        setTimeout(acquire, 1000)
      })
      setState('held')
    } catch {
      setState('refused')
    }
  }

  document.addEventListener('visibilitychange', acquire)
  acquire()
  onCleanup(() => {
    disposed = true
    document.removeEventListener('visibilitychange', acquire)
    lock?.release()
  })
  return state
}
