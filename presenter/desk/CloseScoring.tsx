import { plural } from '../../api/rules/words/plural.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { judgesIn } from '../parts/words.ts'
import { ConfirmButton } from './ConfirmButton.tsx'
import type { Desk } from './desk.ts'
import { expectedWords } from './keys/key-bindings.ts'

export function CloseScoring(props: { class: string; desk: Desk; stage: StageSnapshot }) {
  const notShown = () => props.desk.liveEvent.entries().filter((entry) => !entry.warmUp && !entry.open)
  const detail = () => {
    const skipped = notShown().filter((entry) => entry.skipped).length
    const uncalled = notShown().length - skipped
    const { onStage, scoring } = props.stage
    const expected = props.desk.expectedJudges().map(({ name }) => name)
    return [
      'Nobody can score after this.',
      onStage?.warmUp === false && `${judgesIn(scoring)} for ${onStage.team}.`,
      expected.length > 0 && props.stage.scene !== 'break' && expectedWords(expected),
      uncalled > 0 &&
        plural(uncalled, { one: '1 team has not presented.', other: `${uncalled} teams have not presented.` }),
      skipped > 0 && plural(skipped, { one: '1 team was skipped.', other: `${skipped} teams were skipped.` }),
    ]
      .filter(Boolean)
      .join(' ')
  }
  return (
    <ConfirmButton
      class={props.class}
      label="Close scoring…"
      question="Close scoring for everyone?"
      detail={detail()}
      confirm="Close scoring"
      onConfirm={() => props.desk.cues.send({ cue: 'close-scoring' })}
    />
  )
}
