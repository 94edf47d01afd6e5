import { type Accessor, createComputed, createSignal, type Setter, untrack } from 'solid-js'
import type { Scene, StageSnapshot } from '../../api/schema/stage.ts'

const fadeMs = 200
const teamScenes: readonly Scene[] = ['on-stage', 'own-laptop', 'scoring']

export type Layer = {
  scene: Scene
  stage: Accessor<StageSnapshot>
  leaving: Accessor<boolean>
  fresh: boolean
}
type OwnLayer = Layer & { key: string; update: Setter<StageSnapshot>; leave: Setter<boolean> }

/** Snapshots with the same key update in place; another key fades. */
function viewKey(stage: StageSnapshot): string {
  const subject = teamScenes.includes(stage.scene) ? stage.onStage?.id : stage.reveal.step
  return `${stage.scene}/${subject}`
}

export function createLayers(stage: Accessor<StageSnapshot>): Accessor<Layer[]> {
  const [layers, setLayers] = createSignal<OwnLayer[]>([])
  createComputed<StageSnapshot | undefined>((before) => {
    const now = stage()
    untrack(() => {
      const top = layers().at(-1)
      if (top?.key === viewKey(now)) top.update(now)
      else fadeTo(now, before)
    })
    return now
  })

  function fadeTo(now: StageSnapshot, before: StageSnapshot | undefined) {
    const old = layers().at(-1)
    old?.leave(true)
    const [snapshot, update] = createSignal(now)
    const [leaving, leave] = createSignal(false)
    const fresh = before !== undefined && before.phase === 'revealing' && now.reveal.step > before.reveal.step
    const layer: OwnLayer = { key: viewKey(now), scene: now.scene, stage: snapshot, update, leaving, leave, fresh }
    setLayers(old ? [old, layer] : [layer])
    if (old) setTimeout(() => setLayers((all) => all.filter((layer) => layer !== old)), fadeMs + 50)
  }
  return layers
}
