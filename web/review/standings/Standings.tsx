import { Show } from 'solid-js'
import type { Review } from '../../../api/schema/review.ts'
import { CastingVotes } from '../decisions/CastingVotes.tsx'
import { Steps } from '../decisions/Steps.tsx'
import { Groups } from '../marks/Groups.tsx'
import { Judges } from '../marks/Judges.tsx'
import { MarksGrid } from '../marks/MarksGrid.tsx'
import { findGroups, type Tie } from '../review-groups.ts'
import type { Reviewing } from '../reviewing.ts'
import { NumbersTable } from './NumbersTable.tsx'
import { ScoreChart } from './ScoreChart.tsx'
import { UncertainPlaces } from './UncertainPlaces.tsx'

type Props = { reviewing: Reviewing; review: Review; ties: Tie[] }

export function Standings(props: Props) {
  const groups = () => findGroups(props.review)
  return (
    <>
      <Steps reviewing={props.reviewing} awards={props.review.awards} />
      <Show when={props.ties.length}>
        <CastingVotes reviewing={props.reviewing} ties={props.ties} />
      </Show>
      <Show when={groups().length > 0}>
        <section class="section" aria-labelledby="order">
          <h2 id="order">The order, and how sure it is</h2>
          <Show when={groups().length > 1}>
            <Groups reviewing={props.reviewing} groups={groups()} />
          </Show>
          <ScoreChart reviewing={props.reviewing} review={props.review} />
          <Show when={groups().length === 1}>
            <UncertainPlaces reviewing={props.reviewing} standings={props.review.standings} />
          </Show>
          <NumbersTable reviewing={props.reviewing} review={props.review} />
        </section>
        <MarksGrid reviewing={props.reviewing} review={props.review} />
        <Judges reviewing={props.reviewing} review={props.review} />
      </Show>
      <p>
        <a href={`/e/${props.reviewing.slug}/record`}>The record as it stands</a>, for the file once it is published.
      </p>
    </>
  )
}
