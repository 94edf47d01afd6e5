import { Show } from 'solid-js'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { listNames } from '../../../web/core/words/names.ts'
import { judgesIn } from '../../parts/words.ts'
import type { Desk } from '../desk.ts'
import * as showStyles from '../show.module.css'

export function ScoringLine(props: { desk: Desk; stage: StageSnapshot }) {
  const missing = () => props.desk.missingJudges().map(({ name }) => name)
  const isConfirming = () => props.desk.asksAgain('next')
  return (
    <Show when={!isConfirming()}>
      <p
        classList={{
          [showStyles.wait]: missing().length > 0,
          [showStyles.done]: missing().length === 0 && props.stage.scoring.of > 0,
        }}
      >
        <Show when={missing().length > 0} fallback={progressWords(props.stage)}>
          {props.stage.scoring.in} of {props.stage.scoring.of} in. Missing: {listNames(missing(), 5)}
        </Show>
      </p>
    </Show>
  )
}

const progressWords = ({ onStage, scoring }: StageSnapshot) =>
  onStage?.warmUp ? 'A warm-up is on: nobody scores it' : judgesIn(scoring)
