import { For, Show } from 'solid-js'
import { tieWords } from '../../../api/rules/result/explain.ts'
import { distinctDecimals } from '../../../api/rules/result/shown-scores.ts'
import type { Review } from '../../../api/schema/review.ts'
import { listNames } from '../../core/words/names.ts'
import { WideTable } from '../../ui/page/WideTable.tsx'
import * as styles from '../review.module.css'
import type { Reviewing } from '../reviewing.ts'

type Props = { reviewing: Reviewing; review: Review }

export function NumbersTable(props: Props) {
  const figure = (value: number | null, decimals = 2) => value?.toFixed(decimals) ?? '–'
  const decimals = () =>
    distinctDecimals(
      props.review.standings.flatMap(({ score }) => score ?? []),
      2,
    )
  const ties = () => props.review.standings.some((standing) => standing.tiedWith.length > 0)
  const criteria = () => props.reviewing.organising.now.event.criteria
  return (
    <details class="more">
      <summary>The same as a table</summary>
      <WideTable label="The order in figures">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" class={styles.sticky}>
              Team
            </th>
            <th scope="col">Score</th>
            <th scope="col">Plain average</th>
            <th scope="col">True score, 9 times in 10</th>
            <th scope="col">Chance of first</th>
            <th scope="col">True place, 9 times in 10</th>
            <th scope="col">Ballots</th>
            <Show when={ties()}>
              <th scope="col">Equal with</th>
              <th scope="col">Decided by</th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={props.review.standings}>
            {(standing, at) => (
              <tr>
                <td>{standing.rank ?? '–'}</td>
                <th scope="row" class={styles.sticky}>
                  <bdi>{props.reviewing.entry(standing.entryId)?.team}</bdi>
                </th>
                <td>{figure(standing.score, decimals()[at()])}</td>
                <td>{figure(standing.rawMean)}</td>
                <td>
                  <Show when={standing.low !== null} fallback="–">
                    {figure(standing.low)} to {figure(standing.high)}
                  </Show>
                </td>
                <td>{standing.pFirst === null ? '–' : `${(standing.pFirst * 100).toFixed(1)} %`}</td>
                <td>{standing.rankInterval ? standing.rankInterval.join(' to ') : '–'}</td>
                <td>{standing.ballots}</td>
                <Show when={ties()}>
                  <td>{listNames(standing.tiedWith.map(props.reviewing.team), 2)}</td>
                  <td>{tieWords(standing, criteria())}</td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </WideTable>
    </details>
  )
}
