import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Viewport } from './venue-words.ts'

export function createViewport(): Accessor<Viewport> {
  const measure = (): Viewport => ({
    width: innerWidth,
    height: innerHeight,
    ratio: devicePixelRatio,
    full: innerWidth === screen.width && innerHeight === screen.height,
  })
  const [viewport, setViewport] = createSignal(measure())
  const update = () => setViewport(measure())
  addEventListener('resize', update)
  onCleanup(() => removeEventListener('resize', update))
  return viewport
}
