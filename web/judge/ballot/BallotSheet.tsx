import { createSignal, For, onMount, Show } from 'solid-js'
import { isCountedTeam } from '../../../api/rules/show/running-order.ts'
import { placeWords } from '../../core/words/place-words.ts'
import { CommentBox } from '../../ui/ballot/CommentBox.tsx'
import { ScoreScale } from '../../ui/ballot/ScoreScale.tsx'
import type { Following } from '../following.ts'
import type { Judging } from '../judging.ts'
import { outcomeOf } from '../outcome.ts'
import { AboutTeam } from './AboutTeam.tsx'
import { BallotEnd } from './BallotEnd.tsx'
import { NotYetOn } from './NotYetOn.tsx'

type Props = { entryId: string; judging: Judging; following: Following }

/** One ballot: the team, each question with its scale, a few words for the team, and stepping aside. */
export function BallotSheet(props: Props) {
  let heading!: HTMLHeadingElement
  const { ballots, criteria } = props.judging
  const entry = () => props.judging.entry(props.entryId)
  const paper = () => ballots.paper(props.entryId)
  const shown = () => props.judging.shown().has(props.entryId)
  const markable = () => props.judging.markable(props.entryId)
  const live = () => props.judging.phase() === 'live'
  const place = () => {
    if (props.judging.onStage()?.id === props.entryId && live()) return 'On stage'
    if (!shown()) return props.judging.connected() ? 'Not on stage yet' : 'Not heard yet'
    return live() ? 'Seen' : 'Scoring has closed'
  }
  const outcome = () => outcomeOf(ballots.box()[props.entryId], criteria(), shown())
  const [asked, setAsked] = createSignal(false)
  let question!: HTMLParagraphElement
  let aside!: HTMLButtonElement
  // What was pressed goes away with the press: the cursor goes to what has come in its place.
  const ask = () => {
    setAsked(true)
    question.focus()
  }
  const stay = () => {
    setAsked(false)
    aside.focus()
  }
  const change = (what: 'recuse' | 'unrecuse') => {
    setAsked(false)
    ballots[what](props.entryId)
    heading.focus()
  }

  onMount(() => {
    heading.focus({ preventScroll: true })
    scrollTo(0, 0)
  })

  const counted = () => props.judging.page.entries().filter(isCountedTeam).length

  return (
    <>
      <header class="band">
        <div class="band-line">
          <span class={`pill ${place() === 'On stage' ? '' : 'quiet'}`}>{place()}</span>
          <span>
            <Show when={entry()}>{(entry) => <>{placeWords(entry(), props.judging.page.entries(), counted())}</>}</Show>
          </span>
        </div>
        <h1 ref={heading} tabindex="-1" dir="auto" classList={{ long: (entry()?.team.length ?? 0) > 40 }}>
          {entry()?.team}
        </h1>
        <p dir="auto">{entry()?.title}</p>
      </header>
      <main class="sheet ballot">
        <Show when={!live() && outcome().trouble}>
          <p class="trouble">{outcome().words}.</p>
        </Show>
        <Show
          when={!paper().recused}
          fallback={
            <>
              <h2>You have stepped aside from this team</h2>
              <p>Nothing of yours counts for or against them. Thank you for saying so.</p>
              <Show when={live()}>
                <button class="button quiet" type="button" onClick={() => change('unrecuse')}>
                  Undo: I can score them after all
                </button>
              </Show>
            </>
          }
        >
          <Show when={shown() || markable()} fallback={<NotYetOn entryId={props.entryId} judging={props.judging} />}>
            <Show when={live() && !shown()}>
              <p class="trouble">
                This phone has not heard yet that they are on stage. Your marks are kept here, and sent once it has.
              </p>
            </Show>
            <For each={criteria()}>
              {(criterion) => (
                <ScoreScale
                  criterion={criterion}
                  score={paper().scores[criterion.id]}
                  disabled={!markable()}
                  onScore={(value) => ballots.score(props.entryId, criteria(), criterion.id, value)}
                />
              )}
            </For>
            <Show when={live() || paper().comment}>
              <CommentBox
                label={live() ? 'A few words for the team (optional)' : 'Your words for the team'}
                hint="The team will read this."
                text={paper().comment}
                disabled={!markable()}
                onWrite={(text) => ballots.comment(props.entryId, text)}
              />
            </Show>
            <BallotEnd entryId={props.entryId} judging={props.judging} following={props.following} />
          </Show>
          <AboutTeam entry={entry()} />
          <Show when={live()}>
            <Show
              when={asked()}
              fallback={
                <button class="button quiet" type="button" ref={aside} onClick={ask}>
                  Step aside from this team…
                </button>
              }
            >
              <p ref={question} tabindex="-1">
                Do you work with this team, or have an interest in it? Your scores for it will then not count.
              </p>
              <button class="button" type="button" onClick={() => change('recuse')}>
                Yes, step aside
              </button>
              <button class="button quiet" type="button" onClick={stay}>
                No, I can score it
              </button>
            </Show>
          </Show>
        </Show>
        <Show when={!live()}>
          <button class="button quiet" type="button" onClick={() => props.following.go({ on: 'start' })}>
            Back to what was counted
          </button>
        </Show>
      </main>
    </>
  )
}
