import { For, Show } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import type { Award } from '../../api/schema/result.ts'
import { awardName, begun, chairWordsOf } from '../core/words/award-words.ts'

/** What was given, and to whom. */
export function AwardCard(props: { award: Award; entries: Entry[] }) {
  const teams = () => props.award.entryIds.flatMap((id) => props.entries.filter((entry) => entry.id === id))
  return (
    <li class={`award ${props.award.rank === 1 ? 'first' : ''}`}>
      <p>
        <span class="pill">{awardName(props.award)}</span>
      </p>
      <For each={teams()}>
        {(entry) => (
          <div>
            <h3 dir="auto">{entry.team}</h3>
            <p dir="auto">{entry.title}</p>
          </div>
        )}
      </For>
      <Show when={props.award.score !== null}>
        <p class="dim figures">
          {props.award.score?.toFixed(1)} out of {props.award.scaleMax}
          <Show when={props.award.ballots !== null}>
            {' '}
            · {props.award.ballots} {props.award.ballots === 1 ? 'judge' : 'judges'}
          </Show>
        </p>
      </Show>
      <Show when={props.award.citation}>
        <p dir="auto">{props.award.citation}</p>
      </Show>
      <Show when={props.award.castingVote}>
        {(vote) => (
          <p class="dim">
            {begun(chairWordsOf(props.award))}: {vote().reason}
          </p>
        )}
      </Show>
    </li>
  )
}
