import { FitText } from '../../parts/FitText.tsx'

/** A line from the desk to the room. */
export function DeskMessage(props: { text: string }) {
  return (
    <FitText class="desk-message" words={props.text} largest={4.4} smallest={3.5}>
      {props.text}
    </FitText>
  )
}
