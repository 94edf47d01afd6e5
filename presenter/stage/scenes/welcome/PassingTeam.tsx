import { Show } from 'solid-js'
import type { Entry } from '../../../../api/schema/entry.ts'
import { FitText } from '../../../parts/FitText.tsx'
import { createPictures } from '../../parts/pictures.ts'
import { TeamPicture } from '../../parts/TeamPicture.tsx'
import { organisationWords } from '../../parts/team-words.ts'
import * as styles from './passing-team.module.css'

export function PassingTeam(props: { entry: Entry }) {
  const pictures = createPictures()
  const address = () => pictures.addressOf(props.entry)
  const pitch = () => props.entry.summary || (props.entry.title === props.entry.team ? '' : props.entry.title)
  return (
    <div class={styles.passingTeam} data-pictured={address() ? '' : undefined}>
      <Show when={address()} keyed>
        {(picture) => (
          <TeamPicture
            class={styles.picture}
            address={picture}
            fit="filled"
            onFail={() => pictures.markFailed(picture)}
          />
        )}
      </Show>
      <div class={styles.words}>
        <FitText class={styles.team} words={[props.entry, address()]} largest={address() ? 6 : 8} smallest={4}>
          <h2 dir="auto">{props.entry.team}</h2>
        </FitText>
        <FitText class={styles.pitch} words={props.entry} largest={4.4} smallest={3.6}>
          <p dir="auto">{pitch()}</p>
          <Show when={!pitch()}>
            <p dir="auto">{organisationWords(props.entry)}</p>
          </Show>
        </FitText>
      </div>
    </div>
  )
}
