import { For, Show } from 'solid-js'
import { placeOn, type ScoreSpan } from '../ui/profile/score-span.ts'
import * as scoreStripStyles from '../ui/profile/score-strip.module.css'
import type { ExampleRow } from './example-row.ts'
import * as methodStyles from './method.module.css'

export function ExampleStrip(props: { row: ExampleRow; span: ScoreSpan; label: string }) {
  const average = () => placeOn(props.span, props.row.average)
  return (
    <svg class={scoreStripStyles.strip} role="img" aria-label={props.label}>
      <For each={props.span.ticks}>
        {(tick) => (
          <line
            class={scoreStripStyles.tick}
            x1={placeOn(props.span, tick)}
            x2={placeOn(props.span, tick)}
            y1="0"
            y2="100%"
          />
        )}
      </For>
      <For each={props.row.marks}>
        {(mark) => (
          <svg x={placeOn(props.span, mark.value)} y="50%" overflow="visible" aria-hidden="true">
            <Show when={mark.strict} fallback={<circle class={methodStyles.other} r="5" />}>
              <path class={methodStyles.strict} d="M0 -7 7 6 -7 6Z" />
            </Show>
          </svg>
        )}
      </For>
      <line class={methodStyles.average} x1={average()} x2={average()} y1="0" y2="25%" />
      <line class={methodStyles.average} x1={average()} x2={average()} y1="75%" y2="100%" />
    </svg>
  )
}
