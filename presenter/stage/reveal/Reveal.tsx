import { Show } from 'solid-js'
import type { Award } from '../../../api/schema/result.ts'
import type { StageProps } from '../stage-props.ts'
import { AwardStep } from './AwardStep.tsx'
import './reveal.css'

export function Reveal(props: StageProps) {
  const awards = (): Award[] => props.stage.reveal.shown.flatMap((step) => (step.kind === 'award' ? [step.award] : []))
  return (
    <div class="scene reveal" classList={{ breath: props.fresh }}>
      <Show
        when={awards().at(-1)}
        fallback={
          <div class="reveal-title">
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
