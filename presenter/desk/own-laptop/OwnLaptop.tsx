import { Show } from 'solid-js'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import * as buttonsStyles from '../buttons.module.css'
import type { Desk } from '../desk.ts'
import { openLink } from './open-link.ts'

/** What the team on stage shows elsewhere than on the stage's window. */
export function OwnLaptop(props: { desk: Desk; stage: StageSnapshot }) {
  const isOn = () => props.stage.scene === 'own-laptop'
  return (
    <Show when={props.stage.phase === 'live' && props.stage.onStage}>
      {(entry) => (
        <>
          <button
            type="button"
            class={buttonsStyles.button}
            aria-pressed={isOn()}
            onClick={() => props.desk.cues.send({ cue: isOn() ? 'resume' : 'own-laptop' })}
          >
            Own laptop
          </button>
          <Show when={entry().link}>
            {(link) => (
              <button type="button" class={buttonsStyles.button} onClick={() => openLink(link())}>
                Open the team’s page
              </button>
            )}
          </Show>
        </>
      )}
    </Show>
  )
}
