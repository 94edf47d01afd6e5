import { type Component, For } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Scene, StageSnapshot } from '../../api/schema/stage.ts'
import { Blank } from './Blank.tsx'
import { Break } from './Break.tsx'
import { Deciding } from './Deciding.tsx'
import { createLayers } from './layers.ts'
import { OnStage } from './OnStage.tsx'
import { Reveal } from './Reveal.tsx'
import { Scoring } from './Scoring.tsx'
import type { StageProps } from './stage-props.ts'
import { Welcome } from './Welcome.tsx'
import { Winners } from './Winners.tsx'

const scenes: Record<Scene, Component<StageProps>> = {
  welcome: Welcome,
  'on-stage': OnStage,
  scoring: Scoring,
  break: Break,
  deciding: Deciding,
  reveal: Reveal,
  winners: Winners,
  blank: Blank,
}

/** The 16:9 picture that the room sees, at whatever size it is given; the desk shows the same one small. */
export function Picture(props: {
  stage: StageSnapshot
  event: Event
  entries: Entry[]
  nowMs: number
  small: boolean
}) {
  const layers = createLayers(() => props.stage)
  return (
    <div class="picture">
      <For each={layers()}>
        {(layer) => (
          <div class="layer" classList={{ leaving: layer.leaving() }}>
            <Dynamic
              component={scenes[layer.scene]}
              stage={layer.stage()}
              event={props.event}
              entries={props.entries}
              nowMs={props.nowMs}
              fresh={layer.fresh}
              small={props.small}
            />
          </div>
        )}
      </For>
    </div>
  )
}
