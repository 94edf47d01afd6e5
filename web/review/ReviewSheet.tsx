import { createMemo, createSignal, Show } from 'solid-js'
import type { Review } from '../../api/schema/review.ts'
import { Prizes } from './decisions/Prizes.tsx'
import { Cover } from './marks/Cover.tsx'
import { Missing } from './marks/Missing.tsx'
import { Remarks } from './Remarks.tsx'
import { findCloseCalls, findTies } from './review-groups.ts'
import { listRemarks } from './review-remarks.ts'
import type { Reviewing } from './reviewing.ts'
import { Summary } from './Summary.tsx'
import { Standings } from './standings/Standings.tsx'

type Props = { reviewing: Reviewing; review: Review }

/** Everything that gives the order away is covered at first, because the room may see this screen. */
export function ReviewSheet(props: Props) {
  const [open, setOpen] = createSignal(false)
  const event = () => props.reviewing.organising.now.event
  const ties = createMemo(() => findTies(props.review, props.reviewing.votes()))
  const closes = createMemo(() => findCloseCalls(props.review, props.reviewing.votes()))
  const remarks = createMemo(() => {
    const { team, judge } = props.reviewing
    return listRemarks(
      props.review,
      { team, judge, places: event().places, criteria: event().criteria, open: open() },
      ties(),
      closes(),
    )
  })

  return (
    <>
      <Summary slug={props.reviewing.slug} review={props.review} />
      <Remarks reviewing={props.reviewing} remarks={remarks()} missing={props.review.missing.length > 0} />
      <Missing reviewing={props.reviewing} review={props.review} />
      <section class="section" aria-label="Prizes given by hand">
        <Prizes organising={props.reviewing.organising} />
      </section>
      <Cover open={open()} onToggle={() => setOpen(!open())} />
      <Show when={open()}>
        <Standings reviewing={props.reviewing} review={props.review} ties={ties()} />
      </Show>
    </>
  )
}
