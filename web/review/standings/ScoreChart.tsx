import { createMemo, For, Show } from 'solid-js'
import { distinctDecimals } from '../../../api/rules/result/shown-scores.ts'
import type { Review } from '../../../api/schema/review.ts'
import { ScoreAxis } from '../../ui/profile/ScoreAxis.tsx'
import { spanOf } from '../../ui/profile/score-span.ts'
import type { Reviewing } from '../reviewing.ts'
import * as styles from './picture.module.css'
import { ScoreRow } from './ScoreRow.tsx'

type Props = { reviewing: Reviewing; review: Review }

export function ScoreChart(props: Props) {
  const scored = createMemo(() => props.review.standings.filter((standing) => standing.score !== null))
  const span = createMemo(() =>
    spanOf(
      scored().flatMap((standing) =>
        [standing.low, standing.high, standing.rawMean, standing.score].filter((value) => value !== null),
      ),
    ),
  )
  const decimals = () =>
    distinctDecimals(
      scored().flatMap(({ score }) => score ?? []),
      2,
    )
  const levelled = () => props.review.method === 'levelled'
  return (
    <div class={styles.picture}>
      <ul class={styles.legend}>
        <li>
          <svg class={styles.legendMark} aria-hidden="true">
            <circle class={styles.dot} cx="50%" cy="50%" r="5" />
          </svg>
          {levelled() ? 'Levelled score' : 'Score, the plain average'}
        </li>
        <Show when={levelled()}>
          <li>
            <svg class={styles.legendMark} aria-hidden="true">
              <circle class={styles.ring} cx="50%" cy="50%" r="6.5" />
            </svg>
            Plain average, before levelling
          </li>
        </Show>
        <li>
          <svg class={styles.legendMark} aria-hidden="true">
            <line class={styles.reach} x1="0" x2="100%" y1="50%" y2="50%" />
          </svg>
          The true score lies here nine times in ten
        </li>
      </ul>
      <div class={`${styles.dotRow} ${styles.dotHead}`}>
        <ScoreAxis span={span()} />
      </div>
      <ol class={styles.dots}>
        <For each={scored()}>
          {(standing, at) => (
            <ScoreRow
              standing={standing}
              figure={standing.score?.toFixed(decimals()[at()])}
              entry={props.reviewing.entry(standing.entryId)}
              span={span()}
              levelled={levelled()}
            />
          )}
        </For>
      </ol>
    </div>
  )
}
