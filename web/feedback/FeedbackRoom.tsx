import { createEffect, Match, Switch } from 'solid-js'
import { phaseWords } from '../core/words/event-words.ts'
import { createOrganising, type Organised } from '../organise/organising.ts'
import { Press } from '../ui/buttons/Press.tsx'
import { CommentsSheet } from './CommentsSheet.tsx'
import { createFeedbackReading } from './feedback-reading.ts'

type Props = { slug: string; read: Omit<Organised, 'links'> }

/** Inside: closed while judges score, and then every comment. */
export function FeedbackRoom(props: Props) {
  // One event for as long as this component lives.
  const organising = createOrganising(props.slug, props.read)
  const reading = createFeedbackReading(organising)
  const event = () => organising.now.event
  createEffect(() => {
    document.title = `Comments: ${event().name}`
  })

  return (
    <>
      <header class="band">
        <div class="band-line">
          <span class="pill">Comments</span>
          <span>{organising.cutOff() ? 'Reconnecting…' : phaseWords[event().phase]}</span>
        </div>
        <h1 dir="auto">{event().name}</h1>
      </header>
      <main class="sheet feedback">
        <p class="feedback-links">
          <a href={`/e/${props.slug}/organise`}>Organise</a>
          <a href={`/e/${props.slug}/review`}>The review</a>
        </p>
        <Switch>
          <Match when={!reading.closed()}>
            <h2>Comments open when scoring has closed</h2>
            <p>Until then they are the judges’ own, and may still change.</p>
          </Match>
          <Match when={reading.read()}>
            <CommentsSheet reading={reading} now={organising.now} />
          </Match>
          <Match when={reading.problem()}>
            {(no) => (
              <>
                <p>{no().title}. Nothing is lost.</p>
                <Press loud onPress={reading.load}>
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
