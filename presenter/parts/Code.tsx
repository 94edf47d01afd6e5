import type { Event } from '../../api/schema/event.ts'
import { groupCode, shortAddress } from '../../web/core/words/code-words.ts'
import { FitText } from './FitText.tsx'

export function Code(props: { event: Event }) {
  return (
    <div class="code">
      <FitText class="code-address" words={props.event.joinUrl} largest={6.6} smallest={3.7}>
        {shortAddress(props.event.joinUrl)}
      </FitText>
      <p class="code-line">
        code <b>{groupCode(props.event.code)}</b>
      </p>
    </div>
  )
}
