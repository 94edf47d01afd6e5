import { For } from 'solid-js'
import { awardName } from '../../../api/rules/words/award-name.ts'
import type { TeamPack } from '../../../api/schema/feedback.ts'
import { givenByWords } from '../../core/words/challenge-words.ts'
import * as styles from './profile.module.css'

export function Honours(props: { awards: TeamPack['awards'] }) {
  return (
    <ul class={styles.comments}>
      <For each={props.awards}>
        {(award) => (
          <li>
            <strong dir="auto">{awardName(award)}</strong>
            <p dir="auto">{award.citation || givenByWords(award.givenBy)}</p>
          </li>
        )}
      </For>
    </ul>
  )
}
