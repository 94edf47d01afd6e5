import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import type { Box } from '../reveal/name-fit.ts'

/** As `.scene` in picture.module.css has it, in hundredths of the stage's height. */
const sceneHeight = 78.3
const fullWidth = 160

/** The size of a scene in hundredths of the stage's height. */
export function createSceneSize(scene: Accessor<HTMLElement>): Accessor<Box> {
  const [size, setSize] = createSignal<Box>(
    { width: fullWidth, height: sceneHeight },
    { equals: (a, b) => Math.abs(a.width - b.width) < 0.05 },
  )
  onMount(() => {
    const element = scene()
    const update = () => {
      const { clientWidth, clientHeight } = element
      if (clientHeight > 0) setSize({ width: (clientWidth / clientHeight) * sceneHeight, height: sceneHeight })
    }
    const observer = new ResizeObserver(update)
    observer.observe(element)
    update()
    onCleanup(() => observer.disconnect())
  })
  return size
}
