import { createMemo, For, Show } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Review } from '../../../api/schema/review.ts'
import { listNames } from '../../core/words/names.ts'
import * as styles from '../review.module.css'
import { listMissingByJudge } from '../review-groups.ts'
import type { Reviewing } from '../reviewing.ts'

export function Missing(props: { reviewing: Reviewing; review: Review }) {
  const missing = createMemo(() => listMissingByJudge(props.review))
  // Warm-ups and teams out of the awards have no standing, and a ballot of a skipped team is not missing.
  const scoredTeams = () =>
    props.reviewing.organising.now.entries.filter(
      ({ id, shown, skipped }) =>
        shown && !skipped && props.review.standings.some((standing) => standing.entryId === id),
    ).length

  function words(judgeId: string, entryIds: string[]): string {
    const judge = props.reviewing.judge(judgeId)
    if (entryIds.length === scoredTeams() && scoredTeams() > 1)
      return `Ask ${judge} for all ${countOf(scoredTeams(), 'team')}`
    return `Ask ${judge} for ${listNames(entryIds.map(props.reviewing.team))}`
  }
  return (
    <Show when={missing().length}>
      <section class="section" aria-labelledby="missing">
        <h2 id="missing">Ballots still missing</h2>
        <p>
          Judges can hand them in only while scoring is open.{' '}
          <a href={`/present/${props.reviewing.slug}/desk`}>Open scoring again at the desk</a>, and close it when they
          are in. The history keeps both.
        </p>
        <ul class="rows">
          <For each={missing()}>
            {({ judgeId, entryIds }) => <li class={styles.ask}>{words(judgeId, entryIds)}</li>}
          </For>
        </ul>
      </section>
    </Show>
  )
}
