import { For, Show } from 'solid-js'
import type { Criterion } from '../../../api/schema/judging/criterion.ts'
import * as styles from './score-scale.module.css'

type Props = {
  criterion: Criterion
  score: number | undefined
  disabled?: boolean
  onScore: (value: number) => void
}

export function ScoreScale(props: Props) {
  const values = () => {
    const { min, max } = props.criterion
    return Array.from({ length: max - min + 1 }, (_, i) => min + i)
  }
  const meaning = (value: number) => props.criterion.levels[value] ?? ''

  const chosen = () => (props.score !== undefined && meaning(props.score) ? props.score : undefined)

  return (
    <fieldset class={styles.scale} data-scale disabled={props.disabled}>
      <legend>{props.criterion.name}</legend>
      <Show when={props.criterion.description}>
        <p class={styles.scaleHint}>{props.criterion.description}</p>
      </Show>
      <div class={styles.scaleFit}>
        <div class={styles.scaleRow}>
          <For each={values()}>
            {(value) => (
              <label class={styles.scaleStep}>
                <input
                  type="radio"
                  name={props.criterion.id}
                  value={value}
                  checked={props.score === value}
                  onChange={() => props.onScore(value)}
                />
                <span class={styles.scaleValue}>{value}</span>
                <Show when={meaning(value)}>
                  <span class="spoken">, {meaning(value)}</span>
                </Show>
              </label>
            )}
          </For>
        </div>
      </div>
      {/* All meanings share one grid cell, so that the questions below do not move under the thumb. */}
      <div class={styles.scaleWords} aria-hidden="true">
        <p class={chosen() === undefined ? styles.now : ''}>
          <strong>{props.criterion.min}</strong> {meaning(props.criterion.min) || 'is the lowest'}
          <br />
          <strong>{props.criterion.max}</strong> {meaning(props.criterion.max) || 'is the highest'}
        </p>
        <For each={values()}>
          {(value) => (
            <p class={chosen() === value ? styles.now : ''}>
              <strong>{value}</strong> {meaning(value)}
            </p>
          )}
        </For>
      </div>
    </fieldset>
  )
}
