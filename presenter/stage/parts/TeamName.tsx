import { FitText } from '../../parts/FitText.tsx'
import * as styles from '../scenes/on-stage.module.css'

export function TeamName(props: { team: string }) {
  return (
    <FitText class={styles.teamName} words={props.team} largest={15.6} smallest={6}>
      <h2>{props.team}</h2>
    </FitText>
  )
}
