import { createSignal, Show } from 'solid-js'
import type { DeskCode } from '../../../api/schema/session.ts'
import { api, ask } from '../../../web/core/api.ts'
import { minutesAndSeconds } from '../../parts/words.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'

export function HandOver(props: { desk: Desk }) {
  const [deskCode, setDeskCode] = createSignal<DeskCode>()
  const leftMs = () => Date.parse(deskCode()?.expiresAt ?? '') - props.desk.nowMs()
  const valid = () => (leftMs() > 0 ? deskCode() : undefined)
  const issue = async () =>
    setDeskCode(
      await props.desk.requests.send(() =>
        ask(api.events[':slug']['desk-codes'].$post({ param: { slug: props.desk.slug } })),
      ),
    )
  return (
    <div class={`${deskStyles.row} hand-over`}>
      <button type="button" class={buttonsStyles.button} onClick={issue}>
        {valid() ? 'Show a new code' : 'Hand over the desk'}
      </button>
      <p role="status">
        <Show when={valid()}>
          {(code) => (
            <>
              On the other laptop open this desk’s address and type{' '}
              <b class="figures">
                {code().code.slice(0, 4)} {code().code.slice(4)}
              </b>
              . It works once, for {minutesAndSeconds(leftMs())}.
            </>
          )}
        </Show>
      </p>
    </div>
  )
}
