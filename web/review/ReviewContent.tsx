import { createEffect, Match, Show, Switch } from 'solid-js'
import { OrganisingBand } from '../organise/OrganisingBand.tsx'
import { createOrganising, type Organised } from '../organise/organising.ts'
import { Fixed } from './decisions/Fixed.tsx'
import { FewVisits } from './FewVisits.tsx'
import { ReviewPending } from './marks/ReviewPending.tsx'
import { ReviewSheet } from './ReviewSheet.tsx'
import * as styles from './review.module.css'
import { createReviewing } from './reviewing.ts'
import { Sealed } from './Sealed.tsx'

type Props = { slug: string; read: Omit<Organised, 'links'> }

export function ReviewContent(props: Props) {
  const organising = createOrganising(props.slug, props.read)
  const reviewing = createReviewing(organising)
  const event = () => organising.now.event
  createEffect(() => {
    document.title = `Review: ${event().name}`
  })

  return (
    <>
      <OrganisingBand event={event()} home="after" page="Review" cutOff={organising.cutOff()} />
      <div class="office">
        <main class={`office-width office-body ${styles.reviewBody}`}>
          <Switch>
            <Match when={event().phase === 'setup' || event().phase === 'live'}>
              <Sealed slug={props.slug} live={event().phase === 'live'} />
              <Show when={organising.visits().length > 0}>
                <FewVisits organising={organising} />
              </Show>
            </Match>
            <Match when={event().phase === 'revealing' || event().phase === 'final'}>
              <Fixed slug={props.slug} published={event().phase === 'final'} />
            </Match>
            <Match when={reviewing.review()}>
              {(review) => <ReviewSheet reviewing={reviewing} review={review()} />}
            </Match>
            <Match when={true}>
              <ReviewPending problem={reviewing.problem()} onAgain={reviewing.read} />
            </Match>
          </Switch>
        </main>
      </div>
    </>
  )
}
