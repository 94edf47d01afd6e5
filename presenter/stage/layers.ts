import { type Accessor, createComputed, createSignal, type Setter, untrack } from 'solid-js'
import type { Scene, StageSnapshot } from '../../api/schema/stage.ts'

const fadeMs = 200

/** One picture on its way in, standing, or on its way out. One that leaves keeps what it last showed. */
export type Layer = {
  scene: Scene
  stage: Accessor<StageSnapshot>
  leaving: Accessor<boolean>
  fresh: boolean
}
type Own = Layer & { picture: string; update: Setter<StageSnapshot>; leave: Setter<boolean> }

/** Two snapshots with the same picture are drawn in place; another picture is faded to. */
function pictureOf(stage: StageSnapshot): string {
  const what = stage.scene === 'on-stage' || stage.scene === 'scoring' ? stage.onStage?.id : stage.reveal.step
  return `${stage.scene}/${what}`
}

/** The pictures to draw, oldest first: never more than the one that leaves and the one that comes. */
export function createLayers(stage: Accessor<StageSnapshot>): Accessor<Layer[]> {
  const [layers, setLayers] = createSignal<Own[]>([])
  createComputed<StageSnapshot | undefined>((before) => {
    const now = stage()
    untrack(() => {
      const top = layers().at(-1)
      if (top?.picture === pictureOf(now)) top.update(now)
      else fadeTo(now, before)
    })
    return now
  })

  function fadeTo(now: StageSnapshot, before: StageSnapshot | undefined) {
    const old = layers().at(-1)
    old?.leave(true)
    const [shown, update] = createSignal(now)
    const [leaving, leave] = createSignal(false)
    const fresh = before !== undefined && before.phase === 'revealing' && now.reveal.step > before.reveal.step
    const layer: Own = { picture: pictureOf(now), scene: now.scene, stage: shown, update, leaving, leave, fresh }
    setLayers(old ? [old, layer] : [layer])
    if (old) setTimeout(() => setLayers((all) => all.filter((one) => one !== old)), fadeMs + 50)
  }
  return layers
}
