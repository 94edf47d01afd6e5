import { createMemo, For } from 'solid-js'
import type { Review } from '../../../api/schema/review.ts'
import { leniencyWords } from '../../core/words/result-words.ts'
import { WideTable } from '../../ui/page/WideTable.tsx'
import * as styles from '../review.module.css'
import type { Reviewing } from '../reviewing.ts'
import { MarkCell } from './MarkCell.tsx'

type Props = { reviewing: Reviewing; review: Review }

export function MarksGrid(props: Props) {
  const marks = createMemo(
    () => new Map(props.review.marks.map((ballot) => [`${ballot.entryId} ${ballot.judgeId}`, ballot])),
  )
  const threshold = () => (props.review.scale.hi - props.review.scale.lo) / 4
  return (
    <section class="section" aria-labelledby="marks">
      <header>
        <h2 id="marks">Every mark</h2>
        <p>
          A mark is the weighted average of one ballot, from {props.review.scale.lo} to {props.review.scale.hi}. ▲ and ▼
          are a quarter of the scale or more from the other judges’ marks, leniency removed. Aside: the judge stepped
          aside; unfinished: some questions have no answer; –: no ballot; ✎: copied from paper.
        </p>
      </header>
      <WideTable label="Marks by team and judge">
        <thead>
          <tr>
            <th scope="col" class={styles.sticky}>
              Team
            </th>
            <For each={props.review.judges}>
              {(judge) => (
                <th scope="col">
                  <bdi>{judge.name}</bdi>
                  <span class={styles.lenient}>{leniencyWords(judge.leniency)}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.review.standings}>
            {(standing) => (
              <tr>
                <th scope="row" class={styles.sticky}>
                  <bdi>{props.reviewing.entry(standing.entryId)?.team}</bdi>
                </th>
                <For each={props.review.judges}>
                  {(judge) => (
                    <MarkCell
                      ballot={marks().get(`${standing.entryId} ${judge.judgeId}`)}
                      expected={standing.score === null ? null : standing.score + (judge.leniency ?? 0)}
                      threshold={threshold()}
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
