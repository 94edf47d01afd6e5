import { For, Show } from 'solid-js'
import { HandOver } from './access/HandOver.tsx'
import type { Desk } from './desk.ts'
import { createStages } from './stages.ts'

export function Screens(props: { desk: Desk }) {
  const { stages, identify } = createStages(props.desk.slug)
  const stagePath = () => `/present/${props.desk.slug}`
  const origin = () => {
    const joinUrl = props.desk.programme.event()?.joinUrl ?? ''
    return URL.canParse(joinUrl) ? new URL(joinUrl).host : location.host
  }
  return (
    <section class="tray" aria-label="Screens">
      <div class="row">
        <button type="button" class="button" onClick={identify}>
          Show numbers on the stages
        </button>
        <a class="button" href={stagePath()} target="_blank" rel="noopener">
          Open a stage here
        </a>
        <a class="button" href={`/e/${props.desk.slug}/check`} target="_blank" rel="noopener">
          Venue check
        </a>
        <span class="apart" />
        <button type="button" class="quiet" onClick={() => props.desk.setTray(undefined)}>
          Close
        </button>
      </div>
      <div role="status">
        <Show when={stages()}>
          {(found) => (
            <ol class="stages">
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
      <p class="small dim">
        Numbers reach the stages that are open in this browser. On another laptop open{' '}
        <b>
          {origin()}
          {stagePath()}
        </b>{' '}
        and press F; backstage, add <b>/backstage</b>; for a second desk, <b>/desk</b>.
      </p>
    </section>
  )
}
