import { FitText } from '../../parts/FitText.tsx'
import * as styles from './room-message.module.css'

export function RoomMessage(props: { text: string }) {
  return (
    <div class={styles.roomMessage} role="status" data-cover>
      <FitText class={styles.roomMessageWords} words={props.text} largest={19} smallest={7}>
        {props.text}
      </FitText>
    </div>
  )
}
