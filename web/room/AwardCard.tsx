import { For, Show } from 'solid-js'
import { tieBreakWords } from '../../api/rules/result/explain.ts'
import { awardName } from '../../api/rules/words/award-name.ts'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import type { Award } from '../../api/schema/result.ts'
import { chairWordsOf } from '../core/words/award-words.ts'
import { capitalise } from '../core/words/capitalise.ts'
import { givenByWords } from '../core/words/challenge-words.ts'
import * as styles from './room.module.css'

export function AwardCard(props: { award: Award; entries: Entry[]; criteria: Criterion[] }) {
  const teams = () => props.award.entryIds.flatMap((id) => props.entries.filter((entry) => entry.id === id))
  return (
    <li class={styles.award} classList={{ [styles.first]: props.award.rank === 1 }}>
      <p>
        <span class="pill" dir="auto">
          {awardName(props.award)}
        </span>
      </p>
      <Show when={givenByWords(props.award.givenBy)}>{(words) => <p class="dim">{words()}</p>}</Show>
      <For each={teams()}>
        {(entry) => (
          <div>
            <h3 dir="auto">{entry.team}</h3>
            <p dir="auto">{entry.title}</p>
          </div>
        )}
      </For>
      <Show when={props.award.shownScore}>
        <p class="dim figures">
          {props.award.shownScore} out of {props.award.scaleMax}
          <Show when={props.award.ballots}>{(ballots) => <> · {countOf(ballots(), 'judge')}</>}</Show>
        </p>
      </Show>
      <Show when={props.award.castingVote ? null : props.award.tieBrokenBy}>
        {(tieBreak) => (
          <p class="dim" dir="auto">
            Equal scores, decided by {tieBreakWords(tieBreak(), props.criteria)}
          </p>
        )}
      </Show>
      <Show when={props.award.citation}>
        <p dir="auto">{props.award.citation}</p>
      </Show>
      <Show when={props.award.castingVote}>
        {(vote) => (
          <p class="dim">
            {capitalise(chairWordsOf(props.award))}: {vote().reason}
          </p>
        )}
      </Show>
    </li>
  )
}
