import { Show } from 'solid-js'
import * as pictureStyles from '../parts/picture.module.css'
import { StageFrame } from '../stage/StageFrame.tsx'
import { StageView } from '../stage/StageView.tsx'
import type { Desk } from './desk.ts'
import * as showStyles from './show.module.css'

export function RoomView(props: { desk: Desk }) {
  const words = () => {
    const stage = props.desk.stage()
    return `What the room sees: ${stage?.scene.replace('-', ' ') ?? 'nothing yet'}${stage?.onStage ? `, ${stage.onStage.team}` : ''}`
  }
  return (
    <figure class={showStyles.room}>
      <div role="img" aria-label={words()}>
        <div inert aria-hidden="true">
          <Show
            when={props.desk.stage() && props.desk.liveEvent.event()}
            fallback={<div class={pictureStyles.picture} />}
          >
            {(event) => (
              <StageFrame event={event()} captions={props.desk.captions()}>
                <StageView
                  stage={props.desk.stage()!}
                  event={event()}
                  entries={props.desk.order.savedEntries()}
                  nowMs={props.desk.nowMs()}
                  small={true}
                  filmEnded={props.desk.filmEnded()}
                  decks={props.desk.decks}
                />
              </StageFrame>
            )}
          </Show>
        </div>
      </div>
      <figcaption>What the room sees</figcaption>
    </figure>
  )
}
