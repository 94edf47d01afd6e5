import { createMemo, For } from 'solid-js'
import type { Review } from '../../../api/schema/review.ts'
import { leniencyWords } from '../../core/words/result-words.ts'
import { WideTable } from '../../ui/page/WideTable.tsx'
import type { Reviewing } from '../reviewing.ts'
import { MarkCell } from './MarkCell.tsx'

type Props = { reviewing: Reviewing; review: Review }

/** Who gave whom what: entries down by rank, judges across with their leniency. */
export function MarksGrid(props: Props) {
  const marks = createMemo(() => new Map(props.review.marks.map((one) => [`${one.entryId} ${one.judgeId}`, one])))
  const wide = () => (props.review.scale.hi - props.review.scale.lo) / 4
  return (
    <section class="section" aria-labelledby="marks">
      <header>
        <h2 id="marks">Every mark</h2>
        <p>
          A mark is the weighted average of one ballot, from {props.review.scale.lo} to {props.review.scale.hi}. ▲ and ▼
          stand a quarter of the scale or more away from what the other judges saw, leniency taken out. Aside: the judge
          stepped aside; half: a ballot not finished; –: no ballot; ✎: copied from paper.
        </p>
      </header>
      <WideTable label="Marks by team and judge">
        <thead>
          <tr>
            <th scope="col" class="stay">
              Team
            </th>
            <For each={props.review.judges}>
              {(judge) => (
                <th scope="col">
                  <bdi>{judge.name}</bdi>
                  <span class="lenient">{leniencyWords(judge.leniency)}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.review.standings}>
            {(standing) => (
              <tr>
                <th scope="row" class="stay">
                  <bdi>{props.reviewing.entry(standing.entryId)?.team}</bdi>
                </th>
                <For each={props.review.judges}>
                  {(judge) => (
                    <MarkCell
                      given={marks().get(`${standing.entryId} ${judge.judgeId}`)}
                      expected={standing.score === null ? null : standing.score + (judge.leniency ?? 0)}
                      wide={wide()}
                    />
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </WideTable>
    </section>
  )
}
