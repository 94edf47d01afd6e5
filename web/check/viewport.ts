import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Viewport } from './venue-words.ts'

/** The size of this window and whether it fills the screen. */
export function createViewport(): Accessor<Viewport> {
  const measure = (): Viewport => ({
    width: innerWidth,
    height: innerHeight,
    ratio: devicePixelRatio,
    full: innerWidth === screen.width && innerHeight === screen.height,
  })
  const [sight, setSight] = createSignal(measure())
  const update = () => setSight(measure())
  addEventListener('resize', update)
  onCleanup(() => removeEventListener('resize', update))
  return sight
}
