import { Show } from 'solid-js'
import { placeWords } from '../../../web/core/words/place-words.ts'
import { Clock } from '../../parts/Clock.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { JudgeProgress } from '../parts/JudgeProgress.tsx'
import { NextLine } from '../parts/NextLine.tsx'
import { TeamName } from '../parts/TeamName.tsx'
import type { StageProps } from '../stage-props.ts'
import * as styles from './own-laptop.module.css'

/** While the projector is switched to the team's laptop, and in the seconds before and after. */
export function OwnLaptop(props: StageProps) {
  return (
    <Show when={props.stage.onStage}>
      {(entry) => (
        <div class={pictureStyles.scene}>
          <p class={pictureStyles.headline}>
            <span class={pictureStyles.chip}>{props.stage.timer.part === 'questions' ? 'Questions' : 'On stage'}</span>
            <span class="dim">{placeWords(entry(), props.entries, props.stage.slots)}</span>
          </p>
          <div class={styles.team}>
            <TeamName team={entry().team} />
            <p class={styles.line}>On their own laptop. One moment, please.</p>
          </div>
          <div class={styles.corner}>
            <Clock timer={props.stage.timer} nowMs={props.nowMs} />
          </div>
          <div class={pictureStyles.foot}>
            <NextLine stage={props.stage} />
            <JudgeProgress entry={entry()} scoring={props.stage.scoring} />
          </div>
        </div>
      )}
    </Show>
  )
}
