import { type Component, createEffect, createMemo, For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { handOverProgress } from '../../api/rules/show/hand-over.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import * as styles from '../parts/picture.module.css'
import { Film } from './film/Film.tsx'
import type { FilmPlayer } from './film/film-player.ts'
import { HandOver } from './hand-over/HandOver.tsx'
import { createLayers, type StageScene } from './layers.ts'
import { RoomMessage } from './parts/RoomMessage.tsx'
import { preloadPicture } from './parts/turns.ts'
import { Winners } from './reveal/podium/Winners.tsx'
import { Reveal } from './reveal/Reveal.tsx'
import { Blank } from './scenes/Blank.tsx'
import { Break } from './scenes/Break.tsx'
import { Deciding } from './scenes/Deciding.tsx'
import { OnStage } from './scenes/OnStage.tsx'
import { OwnLaptop } from './scenes/OwnLaptop.tsx'
import { Scoring } from './scenes/Scoring.tsx'
import { Showcase } from './scenes/Showcase.tsx'
import { Welcome } from './scenes/welcome/Welcome.tsx'
import { Slides } from './slides/Slides.tsx'
import type { SlideDecks } from './slides/slide-decks.ts'
import type { StageProps } from './stage-props.ts'

const scenes: Record<StageScene, Component<StageProps>> = {
  'hand-over': HandOver,
  welcome: Welcome,
  showcase: Showcase,
  'on-stage': OnStage,
  'own-laptop': OwnLaptop,
  scoring: Scoring,
  break: Break,
  deciding: Deciding,
  reveal: Reveal,
  winners: Winners,
  blank: Blank,
}

export function StageView(props: {
  stage: StageSnapshot
  event: Event
  entries: Entry[]
  nowMs: number
  small: boolean
  film?: FilmPlayer
  /** Of a copy without a player: whether the film has ended on the stage. */
  filmEnded?: boolean
  decks: SlideDecks
}) {
  const showsFilm = () =>
    props.stage.scene === 'on-stage' && props.stage.film !== null && props.film?.state() !== 'ended' && !props.filmEnded
  const scene = createMemo(
    (): StageScene => (handOverProgress(props.stage, props.nowMs) === undefined ? props.stage.scene : 'hand-over'),
  )
  const layers = createLayers(() => props.stage, scene)
  createEffect(() => preloadPicture(props.stage.onDeck))
  return (
    <div class={styles.picture}>
      <For each={layers()}>
        {(layer) => (
          <div
            class={styles.layer}
            classList={{ [styles.leaving]: layer.leaving() }}
            data-leaving={layer.leaving() ? '' : undefined}
          >
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
      <Show when={props.stage.scene === 'on-stage' && props.stage.slides}>
        <Slides stage={props.stage} nowMs={props.nowMs} decks={props.decks} />
      </Show>
      <Show when={showsFilm() && props.stage.onStage}>{(entry) => <Film entry={entry()} player={props.film} />}</Show>
      <Show when={props.stage.scene !== 'blank' && props.stage.message}>
        {(message) => <RoomMessage text={message()} />}
      </Show>
    </div>
  )
}
