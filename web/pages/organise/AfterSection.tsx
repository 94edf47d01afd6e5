import { createSignal, Show } from 'solid-js'
import type { Organising } from '../../client/organising.ts'
import { AskTwice } from '../../ui/AskTwice.tsx'

/** When scoring has closed: the review, the result to take away, and the people's data to be removed. */
export function AfterSection(props: { organising: Organising }) {
  const [said, setSaid] = createSignal('')
  const event = () => props.organising.now.event
  const files = () => `/api/events/${event().slug}`
  const closed = () => event().phase !== 'setup' && event().phase !== 'live'
  const underWay = () => event().phase === 'live' || event().phase === 'revealing'
  return (
    <section class="section" id="after" aria-labelledby="after-title">
      <header>
        <h2 id="after-title">Afterwards</h2>
        <Show
          when={closed()}
          fallback={
            <p class="dim">
              Once scoring has closed, the review opens here: how safe the result is, before anything is revealed. So
              does the result as a spreadsheet.
            </p>
          }
        >
          <p class="dim">
            {event().phase === 'final'
              ? 'The result is published: everyone finds it on the room’s page.'
              : 'The result stays sealed for everyone else until it has been revealed.'}
          </p>
        </Show>
      </header>
      <div class="buttons">
        <Show when={closed()}>
          <a class="button" href={`/e/${event().slug}/review`}>
            Review the result
          </a>
          <a class="button quiet" href={`${files()}/results.csv`} download={`${event().slug}-results.csv`}>
            Result as a spreadsheet
          </a>
          <a class="button quiet" href={`/e/${event().slug}/history`}>
            The history
          </a>
        </Show>
        <Show when={event().phase === 'final'}>
          <a class="button quiet" href={`/e/${event().slug}/record`}>
            One page for the file
          </a>
        </Show>
        <Show when={event().phase !== 'live'}>
          <a class="button quiet" href={`${files()}/archive`} download={`${event().slug}.json`}>
            The whole event as one file
          </a>
        </Show>
      </div>
      <Show when={closed() && !underWay()}>
        <hr class="rule" />
        <div class="stack">
          <p class="dim">
            The only data about people are the judges’ names, roles, organisations and comments, and the members of the
            teams.
          </p>
          <div class="buttons">
            <AskTwice
              label="Remove the people’s data…"
              question="Remove all names, roles, organisations and comments for good? Scores stay. Download the file above first if you want to keep them."
              yes="Remove them for good"
              no="Keep them"
              onYes={async () => {
                await props.organising.forgetPeople()
                setSaid('The people’s data are removed')
              }}
            />
            <p class="form-said" role="status">
              {said()}
            </p>
          </div>
        </div>
      </Show>
    </section>
  )
}
