import { Show } from 'solid-js'
import type { Organising } from '../organising.ts'

export function FeedbackSection(props: { organising: Organising }) {
  const event = () => props.organising.now.event
  const at = () => `/e/${event().slug}`
  const closed = () => event().phase !== 'setup' && event().phase !== 'live'
  return (
    <section class="section" id="feedback" aria-labelledby="feedback-title">
      <header>
        <h2 id="feedback-title">For the teams</h2>
        <p class="dim">
          <Show
            when={closed()}
            fallback="Once scoring has closed you read the judges’ comments here, before the teams do."
          >
            <Show
              when={event().phase === 'final'}
              fallback="Read the judges’ comments while the room waits: the teams get what you approve once the result is published."
            >
              Each team finds how the judges saw it on its own page, with the comments that you approved.
            </Show>
          </Show>
        </p>
      </header>
      <Show when={closed()}>
        <div class="buttons">
          <a class="button" href={`${at()}/feedback`}>
            Read the judges’ comments
          </a>
          <Show when={event().phase === 'final'}>
            <a class="button quiet" href={`${at()}/feedback/print`}>
              Feedback to print
            </a>
            <a class="button quiet" href={`${at()}/certificate`}>
              Certificates to print
            </a>
          </Show>
        </div>
      </Show>
    </section>
  )
}
