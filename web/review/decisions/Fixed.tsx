import { Show } from 'solid-js'

export function Fixed(props: { slug: string; published: boolean }) {
  return (
    <section class="section">
      <h2>{props.published ? 'The result has been published' : 'The reveal has begun: the result is fixed'}</h2>
      <p>
        It was computed once, when the reveal began, and stored with a fingerprint of every ballot. There is nothing
        left to review. The record shows how it came about.
      </p>
      <Show when={!props.published}>
        <p>The record names the winners. Do not show it to the room before the stage has.</p>
      </Show>
      <div class="buttons">
        <a class="button" href={`/e/${props.slug}/record`}>
          Read the record
        </a>
        <a class="button quiet" href={`/e/${props.slug}/history`}>
          The history
        </a>
        <a class="button quiet" href={props.published ? `/e/${props.slug}` : `/present/${props.slug}/desk`}>
          {props.published ? 'The published result' : 'Back to the desk'}
        </a>
      </div>
    </section>
  )
}
