import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { listNames } from '../../../web/core/words/names.ts'
import { FitText } from '../../parts/FitText.tsx'
import * as styles from './about.module.css'

export function About(props: { entry: Entry }) {
  const title = () => (props.entry.title === props.entry.team ? '' : props.entry.title)
  return (
    <FitText class={styles.about} words={props.entry} largest={5.4} smallest={3.6}>
      <Show when={title()}>
        <p class={styles.aboutTitle} dir="auto">
          {title()}
        </p>
      </Show>
      <Show when={props.entry.summary}>
        <p class={styles.aboutSummary} dir="auto">
          {props.entry.summary}
        </p>
      </Show>
      <Show when={props.entry.organisations.length > 0}>
        <p class={`${styles.aboutOrganisations} dim`} dir="auto">
          {listNames(props.entry.organisations, 3)}
        </p>
      </Show>
    </FitText>
  )
}
