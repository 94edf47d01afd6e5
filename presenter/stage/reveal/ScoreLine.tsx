import { Show } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Award } from '../../../api/schema/result.ts'
import { chairWordsOf } from '../../../web/core/words/award-words.ts'
import * as styles from './reveal.module.css'

export function ScoreLine(props: { award: Award }) {
  const judges = () => (props.award.ballots === null ? '' : countOf(props.award.ballots, 'judge'))
  return (
    <Show when={props.award.shownScore || props.award.castingVote}>
      <p class={styles.awardScore}>
        <Show when={props.award.shownScore}>
          <b class="figures">{props.award.shownScore}</b>{' '}
          <span class="dim">
            {props.award.scaleMax === null ? '' : `out of ${props.award.scaleMax}`}
            {judges() && ` · ${judges()}`}
          </span>
        </Show>
        <Show when={props.award.castingVote}>
          <span class="dim">
            {props.award.shownScore && ' · '}
            {chairWordsOf(props.award)}
          </span>
        </Show>
      </p>
    </Show>
  )
}
