import { For, Show } from 'solid-js'
import { countOf, plural } from '../../../api/rules/words/plural.ts'
import type { Review } from '../../../api/schema/review.ts'
import { listNames } from '../../core/words/names.ts'
import { leniencyWords } from '../../core/words/result-words.ts'
import * as styles from '../review.module.css'
import { furthestMarks } from '../review-groups.ts'
import type { Reviewing } from '../reviewing.ts'

type Props = { reviewing: Reviewing; review: Review; judge: Review['judges'][number] }

export function JudgeRow(props: Props) {
  const absenceWords = () => {
    const { marks, stillWins, winnersWithout } = props.judge
    if (marks === 0) return ''
    if (stillWins)
      return plural(winnersWithout.length, {
        one: 'Had they stayed away, the same team would have won.',
        other: 'Had they stayed away, the same teams would have won.',
      })
    if (winnersWithout.length === 0) return 'Had they stayed away, there would be no result.'
    const teams = listNames(winnersWithout.map(props.reviewing.team))
    return plural(winnersWithout.length, {
      one: `Had they stayed away, ${teams} would have won alone.`,
      other: `Had they stayed away, ${teams} would have shared first place.`,
    })
  }
  const isOnlyJudge = () => props.review.judges.filter((judge) => judge.marks > 0).length === 1
  return (
    <li class={styles.judgeRow}>
      <p class={styles.judgeLine}>
        <strong>
          <bdi>{props.judge.name}</bdi>
        </strong>
        <span class="dim">
          {countOf(props.judge.marks, 'ballot')}
          <Show when={props.judge.marks > 0}>
            . {isOnlyJudge() ? 'The only judge who scored' : leniencyWords(props.judge.leniency)}
          </Show>
        </span>
      </p>
      <Show when={absenceWords()}>
        <p classList={{ [styles.upsets]: !props.judge.stillWins }}>{absenceWords()}</p>
      </Show>
      <Show when={props.judge.outOfLine}>
        <p>Saw some teams differently, perhaps for good reason. Look at these with the chair:</p>
        <ul class={styles.within}>
          <For each={furthestMarks(props.review, props.judge.judgeId)}>
            {(judgeMark) => (
              <li class="figures">
                {props.reviewing.team(judgeMark.entryId)}: {judgeMark.mark.toFixed(1)}, the others{' '}
                {judgeMark.others.toFixed(1)} on average
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  )
}
