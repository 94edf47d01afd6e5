import { Show } from 'solid-js'
import type { Event } from '../../api/schema/event.ts'
import type { TeamPack } from '../../api/schema/feedback.ts'
import { Press } from '../ui/buttons/Press.tsx'
import { BestQuestion } from '../ui/profile/BestQuestion.tsx'
import { Comments } from '../ui/profile/Comments.tsx'
import { Honours } from '../ui/profile/Honours.tsx'
import { NoAward } from '../ui/profile/NoAward.tsx'
import { Profile } from '../ui/profile/Profile.tsx'

type Props = { slug: string; event: Event; pack: TeamPack; onAgain: () => Promise<unknown> }

export function TeamResult(props: Props) {
  const own = () => `?entry=${props.pack.entry.id}`
  return (
    <>
      <Show when={props.pack.awards.length}>
        <section>
          <h2>What you won</h2>
          <Honours awards={props.pack.awards} />
        </section>
      </Show>
      <Show when={props.pack.disqualified}>{(reason) => <NoAward reason={reason()} />}</Show>
      <Show when={props.pack.disqualified === null}>
        <BestQuestion pack={props.pack} event={props.event} />
      </Show>
      <section>
        <h2>What the judges said</h2>
        <Comments pack={props.pack} />
        <Show when={props.pack.commentsAre === 'reading'}>
          <Press onPress={props.onAgain}>Look again</Press>
        </Show>
      </section>
      <Show when={props.pack.disqualified === null}>
        <section>
          <h2>How the judges saw it</h2>
          <Profile pack={props.pack} event={props.event} />
          <Show when={props.pack.ballots > 0}>
            <p class="dim" dir="auto">
              {props.pack.explanation}
            </p>
          </Show>
        </section>
      </Show>
      <a class="button" href={`/e/${props.slug}/certificate${own()}`}>
        Your certificate, to print
      </a>
      <a class="button quiet" href={`/e/${props.slug}/feedback/print${own()}`}>
        All of this on paper
      </a>
      <a class="button quiet" href={`/e/${props.slug}`}>
        See the result
      </a>
    </>
  )
}
