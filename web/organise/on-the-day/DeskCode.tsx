import { createSignal, Show } from 'solid-js'
import type { DeskCode as Code } from '../../../api/schema/session.ts'
import { api, ask } from '../../core/api.ts'
import { clockTime } from '../../core/words/clock-time.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import { type Organising, publicAddress } from '../organising.ts'

/** A code that opens the desk once on another laptop, without the organiser's link. */
export function DeskCode(props: { organising: Organising }) {
  const { slug, now } = props.organising
  const [code, setCode] = createSignal<Code>()
  const issue = async () => setCode(await ask<Code>(api.events[':slug']['desk-codes'].$post({ param: { slug } })))
  return (
    <div class="stack">
      <p role="status">
        <Show when={code()} fallback="To run the desk from another laptop, show a code here and type it there.">
          {(issued) => (
            <>
              On the other laptop open{' '}
              <strong>
                {publicAddress(now.event)}/present/{slug}/desk
              </strong>{' '}
              and type{' '}
              <strong class="figures">
                {issued().code.slice(0, 4)} {issued().code.slice(4)}
              </strong>
              . It works once, until {clockTime(Date.parse(issued().expiresAt))}.
            </>
          )}
        </Show>
      </p>
      <div class="buttons">
        <Press loud onPress={issue}>
          {code() ? 'Show a new code' : 'Show a code for another laptop'}
        </Press>
      </div>
    </div>
  )
}
