import { For } from 'solid-js'
import type { BallotDraft } from '../../../api/rules/ballot/ballot.ts'
import type { Criterion } from '../../../api/schema/judging/criterion.ts'
import * as styles from '../judge.module.css'

export function OwnScores(props: { scores: BallotDraft['scores']; criteria: Criterion[] }) {
  return (
    <dl class={styles.ownScores}>
      <For each={props.criteria}>
        {(criterion) => {
          const score = () => props.scores[criterion.id]
          return (
            <div>
              <dt>
                {criterion.name}
                <span class="dim">{criterion.levels[score() ?? Number.NaN]}</span>
              </dt>
              <dd>{score() ?? '–'}</dd>
            </div>
          )
        }}
      </For>
    </dl>
  )
}
