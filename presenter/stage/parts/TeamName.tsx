import { FitText } from '../../parts/FitText.tsx'

/** 168 px on a 1080p projector; smaller only if a long name needs it. */
export function TeamName(props: { team: string }) {
  return (
    <FitText class="team-name" words={props.team} largest={15.6} smallest={6}>
      <h2>{props.team}</h2>
    </FitText>
  )
}
