import { For, Show } from 'solid-js'
import type { Review } from '../../../api/schema/review.ts'
import { listed } from '../../core/words/result-words.ts'
import { WideTable } from '../../ui/page/WideTable.tsx'
import type { Reviewing } from '../reviewing.ts'

type Props = { reviewing: Reviewing; review: Review }

/** The picture as figures. */
export function NumbersTable(props: Props) {
  const figure = (value: number | null) => value?.toFixed(2) ?? '–'
  const ties = () => props.review.standings.some((one) => one.tiedWith.length > 0)
  return (
    <details class="more">
      <summary>The same as a table</summary>
      <WideTable label="The order in figures">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" class="stay">
              Team
            </th>
            <th scope="col">Score</th>
            <th scope="col">Plain average</th>
            <th scope="col">Nine times in ten</th>
            <th scope="col">First</th>
            <th scope="col">True place</th>
            <th scope="col">Ballots</th>
            <Show when={ties()}>
              <th scope="col">Equal with</th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={props.review.standings}>
            {(one) => (
              <tr>
                <td>{one.rank ?? '–'}</td>
                <th scope="row" class="stay">
                  <bdi>{props.reviewing.entry(one.entryId)?.team}</bdi>
                </th>
                <td>{figure(one.score)}</td>
                <td>{figure(one.rawMean)}</td>
                <td>
                  <Show when={one.low !== null} fallback="–">
                    {figure(one.low)} to {figure(one.high)}
                  </Show>
                </td>
                <td>{one.pFirst === null ? '–' : `${(one.pFirst * 100).toFixed(1)} %`}</td>
                <td>{one.rankInterval ? one.rankInterval.join(' to ') : '–'}</td>
                <td>{one.ballots}</td>
                <Show when={ties()}>
                  <td>{listed(one.tiedWith.map(props.reviewing.team), 2)}</td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </WideTable>
    </details>
  )
}
