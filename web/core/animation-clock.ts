import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Clock } from './clock.ts'

/** Server time in ms, updated on every frame, or four times a second while the page is hidden. */
export function createNow(clock: Pick<Clock, 'now'>): Accessor<number> {
  const [now, setNow] = createSignal(clock.now())
  let frame = 0
  const draw = () => {
    setNow(clock.now())
    frame = requestAnimationFrame(draw)
  }
  frame = requestAnimationFrame(draw)
  const hidden = setInterval(() => {
    if (document.visibilityState !== 'visible') setNow(clock.now())
  }, 250)
  onCleanup(() => {
    cancelAnimationFrame(frame)
    clearInterval(hidden)
  })
  return now
}
