import { FitText } from '../../parts/FitText.tsx'

/** The largest thing while a team presents: 168 px high on a 1080p projector, smaller only as far as the name needs. */
export function TeamName(props: { team: string }) {
  return (
    <FitText class="team-name" words={props.team} largest={15.6} smallest={6}>
      <h2>{props.team}</h2>
    </FitText>
  )
}
