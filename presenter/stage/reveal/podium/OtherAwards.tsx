import { For } from 'solid-js'
import type { Entry } from '../../../../api/schema/entry.ts'
import type { Award } from '../../../../api/schema/result.ts'
import { listNames } from '../../../../web/core/words/names.ts'
import { FitText } from '../../../parts/FitText.tsx'
import { stageAwardName } from '../../../parts/words.ts'
import * as styles from './winners.module.css'

export function OtherAwards(props: { awards: Award[]; entries: Entry[]; columns: number }) {
  const team = (id: string) => props.entries.find((entry) => entry.id === id)?.team ?? ''
  return (
    <FitText class={styles.others} words={[props.awards, props.columns]} largest={4.6} smallest={3.5}>
      <ul style={{ '--columns': Math.max(1, props.columns) }}>
        <For each={props.awards}>
          {(award) => (
            <li>
              <p class={styles.otherLabel} dir="auto">
                {stageAwardName(award)}
              </p>
              <p class={styles.otherTeam} dir="auto">
                {listNames(award.entryIds.map(team))}
              </p>
            </li>
          )}
        </For>
      </ul>
    </FitText>
  )
}
