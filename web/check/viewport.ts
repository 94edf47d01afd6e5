import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Sight } from './venue-words.ts'

/** How large this window is, in the screen's own pixels, and whether it fills the screen. */
export function createSight(): Accessor<Sight> {
  const look = (): Sight => ({
    width: innerWidth,
    height: innerHeight,
    ratio: devicePixelRatio,
    full: innerWidth === screen.width && innerHeight === screen.height,
  })
  const [sight, setSight] = createSignal(look())
  const again = () => setSight(look())
  addEventListener('resize', again)
  onCleanup(() => removeEventListener('resize', again))
  return sight
}
