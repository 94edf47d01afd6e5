import type { Event } from '../../api/schema/event.ts'
import { groupCode, shortAddress } from '../../web/core/words/code-words.ts'
import { FitText } from './FitText.tsx'
import * as styles from './picture.module.css'

export function Code(props: { event: Event }) {
  return (
    <div class={styles.code}>
      <FitText class={styles.codeAddress} words={props.event.joinUrl} largest={6.6} smallest={3.7}>
        {shortAddress(props.event.joinUrl)}
      </FitText>
      <p class={styles.codeLine}>
        code <b>{groupCode(props.event.code)}</b>
      </p>
    </div>
  )
}
