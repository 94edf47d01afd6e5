import { type Accessor, createComputed, createSignal, type Setter, untrack } from 'solid-js'
import type { Scene, StageSnapshot } from '../../api/schema/stage.ts'

const fadeMs = 200

/** What the stage shows: the snapshot's scene, or the introduction of the team that was just called. */
export type StageScene = Scene | 'hand-over'

const teamScenes: readonly StageScene[] = ['hand-over', 'on-stage', 'own-laptop', 'scoring']

export type Layer = {
  scene: StageScene
  stage: Accessor<StageSnapshot>
  leaving: Accessor<boolean>
  fresh: boolean
}
type OwnLayer = Layer & { key: string; update: Setter<StageSnapshot>; leave: Setter<boolean> }

/** Snapshots with the same key update in place; another key fades. */
function viewKey(stage: StageSnapshot, scene: StageScene): string {
  return `${scene}/${teamScenes.includes(scene) ? stage.onStage?.id : stage.reveal.step}`
}

export function createLayers(stage: Accessor<StageSnapshot>, scene: Accessor<StageScene>): Accessor<Layer[]> {
  const [layers, setLayers] = createSignal<OwnLayer[]>([])
  createComputed<StageSnapshot | undefined>((before) => {
    const now = stage()
    const shown = scene()
    untrack(() => {
      const top = layers().at(-1)
      if (top?.key === viewKey(now, shown)) top.update(now)
      else fadeTo(now, shown, before)
    })
    return now
  })

  function fadeTo(now: StageSnapshot, scene: StageScene, before: StageSnapshot | undefined) {
    const old = layers().at(-1)
    old?.leave(true)
    const [snapshot, update] = createSignal(now)
    const [leaving, leave] = createSignal(false)
    const fresh = before !== undefined && before.phase === 'revealing' && now.reveal.step > before.reveal.step
    const layer: OwnLayer = { key: viewKey(now, scene), scene, stage: snapshot, update, leaving, leave, fresh }
    setLayers(old ? [old, layer] : [layer])
    if (old) setTimeout(() => setLayers((all) => all.filter((layer) => layer !== old)), fadeMs + 50)
  }
  return layers
}
