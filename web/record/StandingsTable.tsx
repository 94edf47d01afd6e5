import { For, Show } from 'solid-js'
import { tieWords } from '../../api/rules/result/explain.ts'
import { distinctDecimals } from '../../api/rules/result/shown-scores.ts'
import { WideTable } from '../ui/page/WideTable.tsx'
import * as styles from './record.module.css'
import type { Recorded } from './recorded.ts'

export function StandingsTable(props: { recorded: Recorded }) {
  const result = () => props.recorded.record.result
  const entry = (id: string) => props.recorded.entries.find((other) => other.id === id)
  const figure = (value: number | null, decimals = 2) => value?.toFixed(decimals) ?? '–'
  const decimals = () =>
    distinctDecimals(
      result().standings.flatMap(({ score }) => score ?? []),
      2,
    )
  return (
    <section>
      <h2>Standings</h2>
      <WideTable label="Standings">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Team</th>
            <th scope="col" class={styles.number}>
              Score
            </th>
            <th scope="col" class={styles.number}>
              Plain average
            </th>
            <th scope="col" class={styles.number}>
              Ballots
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={result().standings}>
            {(standing, at) => (
              <tr>
                <td>{standing.rank ?? '–'}</td>
                <th scope="row">
                  <bdi>{entry(standing.entryId)?.team}</bdi>
                  <span class="dim">
                    <bdi>{entry(standing.entryId)?.title}</bdi>
                  </span>
                  <Show when={tieWords(standing, props.recorded.event.criteria)}>
                    {(tie) => <span class="dim">Equal scores, decided by {tie()}</span>}
                  </Show>
                </th>
                <td class={styles.number}>{figure(standing.score, decimals()[at()])}</td>
                <td class={styles.number}>{figure(standing.rawMean)}</td>
                <td class={styles.number}>{standing.ballots}</td>
              </tr>
            )}
          </For>
        </tbody>
      </WideTable>
    </section>
  )
}
