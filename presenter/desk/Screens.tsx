import { For, Show } from 'solid-js'
import { HandOver } from './access/HandOver.tsx'
import * as buttonsStyles from './buttons.module.css'
import * as deskStyles from './desk.module.css'
import type { Desk } from './desk.ts'
import * as showStyles from './show.module.css'
import { createStages } from './stages.ts'
import * as trayStyles from './tray/tray.module.css'

export function Screens(props: { desk: Desk }) {
  const { stages, identify } = createStages(props.desk.slug)
  const stagePath = () => `/present/${props.desk.slug}`
  const origin = () => {
    const joinUrl = props.desk.liveEvent.event()?.joinUrl ?? ''
    return URL.canParse(joinUrl) ? new URL(joinUrl).host : location.host
  }
  return (
    <section class={trayStyles.tray} aria-label="Screens">
      <div class={deskStyles.row}>
        <button type="button" class={buttonsStyles.button} onClick={identify}>
          Show numbers on the stages
        </button>
        <a class={buttonsStyles.button} href={stagePath()} target="_blank" rel="noopener">
          Open a stage here
        </a>
        <a class={buttonsStyles.button} href={`/e/${props.desk.slug}/check`} target="_blank" rel="noopener">
          Venue check
        </a>
        <span class={showStyles.apart} />
        <button type="button" class={buttonsStyles.quiet} onClick={() => props.desk.setTray(undefined)}>
          Close
        </button>
      </div>
      <div role="status">
        <Show when={stages()}>
          {(found) => (
            <ol class={trayStyles.stages}>
              <For each={found()} fallback={<li>No stage is open in this browser.</li>}>
                {(stage, index) => (
                  <li class="figures">
                    <b>{index() + 1}</b> {stage.width} × {stage.height},{' '}
                    {stage.full ? 'full screen' : 'in a window: press F there'}
                  </li>
                )}
              </For>
            </ol>
          )}
        </Show>
      </div>
      <HandOver desk={props.desk} />
      <p class={`${deskStyles.small} dim`}>
        Numbers appear on the stages that are open in this browser. On another laptop open{' '}
        <b>
          {origin()}
          {stagePath()}
        </b>{' '}
        and press F; backstage, add <b>/backstage</b>; for a second desk, <b>/desk</b>.
      </p>
    </section>
  )
}
