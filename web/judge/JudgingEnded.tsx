import { Show } from 'solid-js'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import type { Judging } from './judging.ts'

/** The event was deleted, or this judge was taken off the panel. */
export function JudgingEnded(props: { judging: Judging }) {
  const name = () => props.judging.liveEvent.event()?.name
  return (
    <Show
      when={props.judging.gone()}
      fallback={
        <PageNotice over={name()} title="Thank you for your help">
          <p>The organiser has taken you off the panel, so your scores are not counted any more.</p>
          <p>Is that a mistake? The desk can let you back in.</p>
          <a class="button" href={`/e/${props.judging.slug}`}>
            Follow the event
          </a>
        </PageNotice>
      }
    >
      <PageNotice over={name()} title="This event has been deleted">
        <p>The organiser has deleted it, with all scores. There is nothing more to do here.</p>
      </PageNotice>
    </Show>
  )
}
