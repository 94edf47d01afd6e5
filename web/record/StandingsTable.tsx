import { For } from 'solid-js'
import { WideTable } from '../ui/page/WideTable.tsx'
import type { Recorded } from './recorded.ts'

/** Every entry with its place, its score and what it rests on. */
export function StandingsTable(props: { recorded: Recorded }) {
  const result = () => props.recorded.record.result
  const entry = (id: string) => props.recorded.entries.find((one) => one.id === id)
  const figure = (value: number | null) => value?.toFixed(2) ?? '–'
  return (
    <section>
      <h2>Standings</h2>
      <WideTable label="Standings">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Team</th>
            <th scope="col" class="number">
              Score
            </th>
            <th scope="col" class="number">
              Plain
            </th>
            <th scope="col" class="number">
              Ballots
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={result().standings}>
            {(standing) => (
              <tr>
                <td>{standing.rank ?? '–'}</td>
                <th scope="row">
                  <bdi>{entry(standing.entryId)?.team}</bdi>
                  <span class="dim">
                    <bdi>{entry(standing.entryId)?.title}</bdi>
                  </span>
                </th>
                <td class="number">{figure(standing.score)}</td>
                <td class="number">{figure(standing.rawMean)}</td>
                <td class="number">{standing.ballots}</td>
              </tr>
            )}
          </For>
        </tbody>
      </WideTable>
    </section>
  )
}
