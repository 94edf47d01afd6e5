import { For } from 'solid-js'
import { placeOn, type ScoreSpan } from './score-span.ts'
import * as styles from './score-strip.module.css'

export function ScoreAxis(props: { span: ScoreSpan }) {
  return (
    <svg class={`${styles.strip} ${styles.axis}`} aria-hidden="true">
      <For each={props.span.ticks}>
        {(tick) => (
          <text x={placeOn(props.span, tick)} y="1em" text-anchor="middle">
            {tick}
          </text>
        )}
      </For>
    </svg>
  )
}
