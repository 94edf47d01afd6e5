import { For, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Review } from '../../../api/schema/review.ts'
import { certaintyWords } from '../../core/words/result-words.ts'
import { placeOn, type ScoreSpan } from '../../ui/profile/score-span.ts'
import * as scoreStripStyles from '../../ui/profile/score-strip.module.css'
import * as pictureStyles from './picture.module.css'

type Props = {
  standing: Review['standings'][number]
  figure: string | undefined
  entry: Entry | undefined
  span: ScoreSpan
  levelled: boolean
}

export function ScoreRow(props: Props) {
  const at = (value: number | null) => placeOn(props.span, value ?? props.span.lo)
  const label = () => {
    const { rawMean, low, high } = props.standing
    const plain = props.levelled ? `, plain average ${rawMean?.toFixed(2)}` : ''
    return `${props.figure}${plain}, nine times in ten between ${low?.toFixed(2)} and ${high?.toFixed(2)}`
  }
  return (
    <li class={pictureStyles.dotRow}>
      <p class={pictureStyles.dotName}>
        <span class="row-slot">{props.standing.rank}</span>
        <strong>
          <bdi>{props.entry?.team}</bdi>
        </strong>
      </p>
      <svg class={scoreStripStyles.strip} role="img" aria-label={label()}>
        <For each={props.span.ticks}>
          {(tick) => <line class={scoreStripStyles.tick} x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />}
        </For>
        <line class={pictureStyles.reach} x1={at(props.standing.low)} x2={at(props.standing.high)} y1="50%" y2="50%" />
        <Show when={props.levelled}>
          <circle class={pictureStyles.ring} cx={at(props.standing.rawMean)} cy="50%" r="6.5" />
        </Show>
        <circle class={pictureStyles.dot} cx={at(props.standing.score)} cy="50%" r="5" />
      </svg>
      <p class={pictureStyles.dotWords}>
        <strong class="figures">{props.figure}</strong>{' '}
        <span>{certaintyWords(props.standing.pFirst, props.standing.rankInterval)}</span>
      </p>
    </li>
  )
}
