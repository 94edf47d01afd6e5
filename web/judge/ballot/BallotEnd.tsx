import { type JSX, Match, Show, Switch } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Following } from '../following.ts'
import * as styles from '../judge.module.css'
import type { Judging } from '../judging.ts'

type Props = { entryId: string; judging: Judging; following: Following; whereNext: JSX.Element }

export function BallotEnd(props: Props) {
  const unanswered = () =>
    props.judging
      .criteria(props.entryId)
      .filter((c) => props.judging.ballots.paper(props.entryId).scores[c.id] === undefined).length
  const others = () =>
    props.judging.unfinished().filter((entry) => props.judging.isOpen(entry.id) && entry.id !== props.entryId)
  const toCome = () => (props.judging.connected() ? undefined : props.judging.next())
  const nextUp = () => (unanswered() === 0 && !props.following.elsewhere() ? (others()[0] ?? toCome()) : undefined)
  const live = () => props.judging.phase() === 'live'
  return (
    <div class={styles.end}>
      <Switch>
        <Match when={live() && unanswered() > 0}>
          <p class="dim">
            {countOf(unanswered(), 'question')} left for this team. Your scores count once all are answered.
          </p>
        </Match>
        <Match when={live()}>
          <p>
            <strong>That is everything for this team.</strong> You can change it until scoring closes.
          </p>
        </Match>
      </Switch>
      <Show when={props.judging.walking() && unanswered() === 0}>{props.whereNext}</Show>
      <Show when={live() && !props.judging.walking() && nextUp()}>
        {(other) => (
          <button
            class="button"
            type="button"
            onClick={() => props.following.open({ on: 'ballot', entryId: other().id })}
          >
            Next to score: <span dir="auto">{other().team}</span>
          </button>
        )}
      </Show>
    </div>
  )
}
