import { createSignal, Show } from 'solid-js'
import type { DeskCode } from '../../../api/schema/session.ts'
import { api, ask } from '../../../web/core/api.ts'
import { lengthText } from '../../parts/words.ts'
import type { Desk } from '../desk.ts'

/** A code for a second laptop, which then has a desk of its own. It works once, and not for long. */
export function HandOver(props: { desk: Desk }) {
  const [issued, setIssued] = createSignal<DeskCode>()
  const leftMs = () => Date.parse(issued()?.expiresAt ?? '') - props.desk.nowMs()
  const valid = () => (leftMs() > 0 ? issued() : undefined)
  const issue = async () =>
    setIssued(
      await props.desk.attempt(() =>
        ask(api.events[':slug']['desk-codes'].$post({ param: { slug: props.desk.slug } })),
      ),
    )
  return (
    <div class="row hand-over">
      <button type="button" class="button" onClick={issue}>
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
              . It works once, for {lengthText(leftMs())}.
            </>
          )}
        </Show>
      </p>
    </div>
  )
}
