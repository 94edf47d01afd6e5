import { For, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import type { Result } from '../../api/schema/result.ts'
import { slugOfPage } from '../core/page-address.ts'
import { AwardCard } from './AwardCard.tsx'
import * as styles from './room.module.css'
import { ShareButton } from './share/ShareButton.tsx'

type Props = { event: Event; result: Result; entries: Entry[]; criteria: Criterion[] }

export function ResultSheet(props: Props) {
  const slug = slugOfPage()
  const entry = (id: string) => props.entries.find((entry) => entry.id === id)
  const awards = () => [...props.result.awards].sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
  return (
    <>
      <section>
        <h2>Awards</h2>
        <ul class={styles.awards}>
          <For each={awards()}>
            {(award) => <AwardCard award={award} entries={props.entries} criteria={props.criteria} />}
          </For>
        </ul>
      </section>
      <ShareButton event={props.event} result={props.result} entries={props.entries} />
      <section>
        <Show when={props.result.standings.length > 0}>
          <h2>{props.result.standings.length > 1 ? 'All teams' : 'Your team'}</h2>
        </Show>
        <p class="dim">
          {countOf(props.result.counted.judges, 'judge')}, {countOf(props.result.counted.ballots, 'ballot')}. Scores run
          from {props.result.scale.lo} to {props.result.scale.hi}.
        </p>
        <Show when={props.result.standings.length > 0}>
          <ol class="rows">
            <For each={props.result.standings}>
              {(standing) => (
                <li class="row standing">
                  <span class="row-slot">{standing.rank ?? '–'}</span>
                  <span class="row-main">
                    <strong dir="auto">{entry(standing.entryId)?.team}</strong>
                    <span dir="auto">{entry(standing.entryId)?.title}</span>
                    <span>{standing.explanation}</span>
                  </span>
                  <Show when={standing.shownScore}>
                    <strong class={`figures ${styles.standingScore}`}>{standing.shownScore}</strong>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <For each={props.result.disqualified ?? []}>
          {({ entryId, reason }) => (
            <p class="dim">
              <bdi>{entry(entryId)?.team}</bdi> is out of the awards: <bdi>{reason}</bdi>
            </p>
          )}
        </For>
        <Show when={props.result.digest}>
          <p class={`dim ${styles.digest}`}>
            Fingerprint of all ballots: <code>{props.result.digest?.slice(0, 16)}</code>
          </p>
        </Show>
      </section>
      <a class="button quiet" href={`/e/${slug}/method`}>
        How the scores were added up
      </a>
      <a class="button quiet" href={`/e/${slug}/record`}>
        The record
      </a>
    </>
  )
}
