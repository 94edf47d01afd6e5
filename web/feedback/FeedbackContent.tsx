import { createEffect, Match, Switch } from 'solid-js'
import { OrganisingBand } from '../organise/OrganisingBand.tsx'
import { createOrganising, type Organised } from '../organise/organising.ts'
import { Press } from '../ui/buttons/Press.tsx'
import { CommentsSheet } from './CommentsSheet.tsx'
import { createCommentReview } from './comment-review.ts'
import * as styles from './feedback.module.css'

type Props = { slug: string; read: Omit<Organised, 'links'> }

export function FeedbackContent(props: Props) {
  const organising = createOrganising(props.slug, props.read)
  const review = createCommentReview(organising)
  const event = () => organising.now.event
  createEffect(() => {
    document.title = `Comments: ${event().name}`
  })

  return (
    <>
      <OrganisingBand event={event()} home="after" page="Comments" cutOff={organising.cutOff()} />
      <main class={`sheet ${styles.feedback}`}>
        <Switch>
          <Match when={!review.closed()}>
            <h2>Comments open when scoring has closed</h2>
            <p>Until then they are the judges’ own, and may still change.</p>
          </Match>
          <Match when={review.read()}>
            <CommentsSheet review={review} now={organising.now} />
          </Match>
          <Match when={review.problem()}>
            {(no) => (
              <>
                <p>{no().title}. Nothing is lost.</p>
                <Press loud onPress={review.load}>
                  Try again
                </Press>
              </>
            )}
          </Match>
        </Switch>
      </main>
    </>
  )
}
