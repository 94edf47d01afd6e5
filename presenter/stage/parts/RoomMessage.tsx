import { FitText } from '../../parts/FitText.tsx'
import './room-message.css'

/** A message from the desk. It covers the stage, so that the back row can read it. */
export function RoomMessage(props: { text: string }) {
  return (
    <div class="room-message" role="status">
      <FitText class="room-message-words" words={props.text} largest={19} smallest={7}>
        {props.text}
      </FitText>
    </div>
  )
}
