import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { JudgeDots } from '../../parts/JudgeDots.tsx'
import * as styles from '../../parts/picture.module.css'

export function JudgeProgress(props: { entry: Entry; scoring: StageSnapshot['scoring'] }) {
  return (
    <Show when={!props.entry.warmUp} fallback={<p class={styles.dots}>The judges are warming up</p>}>
      <JudgeDots in={props.scoring.in} of={props.scoring.of} />
    </Show>
  )
}
