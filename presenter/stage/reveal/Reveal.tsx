import { Show } from 'solid-js'
import type { Award } from '../../../api/schema/result.ts'
import * as pictureStyles from '../../parts/picture.module.css'
import type { StageProps } from '../stage-props.ts'
import { AwardStep } from './AwardStep.tsx'
import * as revealStyles from './reveal.module.css'

export function Reveal(props: StageProps) {
  const awards = (): Award[] => props.stage.reveal.shown.flatMap((step) => (step.kind === 'award' ? [step.award] : []))
  return (
    <div class={`${pictureStyles.scene} reveal`} classList={{ [revealStyles.pause]: props.fresh }}>
      <Show
        when={awards().at(-1)}
        fallback={
          <div class={revealStyles.revealTitle}>
            <p class="dim">{props.event.name}</p>
            <h2>The result</h2>
          </div>
        }
      >
        {(award) => (
          <AwardStep
            award={award()}
            earlier={awards().slice(0, -1)}
            entries={props.entries}
            flourish={props.fresh && !props.small}
          />
        )}
      </Show>
    </div>
  )
}
