import { For } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Record } from '../../api/schema/result.ts'
import * as styles from './record.module.css'
import { momentWords } from './record-words.ts'

export function RecordFacts(props: { record: Record }) {
  const facts = (): [string, string][] => {
    const { result, times, removedJudges, releasedBy } = props.record
    const day = times.opened
    // Results fixed by an earlier release have no such counts.
    const paper = result.counted.paper ?? 0
    const disqualified = result.counted.disqualified ?? 0
    return [
      ['Ballots counted', `${result.counted.ballots}, from ${countOf(result.counted.judges, 'judge')}`],
      ['Copied from paper', paper === 0 ? 'none' : `${countOf(paper, 'ballot')}, by the organiser`],
      ['Recusals', `${result.counted.recusals}`],
      ['Judges removed', removedJudges === 0 ? 'none' : `${removedJudges}; none of their ballots counts`],
      ['Teams out of the awards', disqualified === 0 ? 'none' : `${disqualified}; their scores do not count`],
      ['Doors opened', momentWords(times.opened, null)],
      ['Scoring closed', momentWords(times.closed, day)],
      ['Scoring reopened', times.reopened.map((at) => momentWords(at, day)).join(', ') || 'never'],
      ['Reveal begun', momentWords(times.revealed, day)],
      ['Published', momentWords(times.published, day)],
      ['Released by', releasedBy || (times.published ? 'the organiser' : '–')],
    ]
  }
  return (
    <section>
      <h2>How it came about</h2>
      <dl class={styles.facts}>
        <For each={facts()}>
          {([what, how]) => (
            <div class={styles.fact}>
              <dt>{what}</dt>
              <dd>
                <bdi>{how}</bdi>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
