import { createSignal, For, type JSX, Show } from 'solid-js'
import { CommentBox } from '../../ui/ballot/CommentBox.tsx'
import { ScoreScale } from '../../ui/ballot/ScoreScale.tsx'
import type { Following } from '../following.ts'
import * as styles from '../judge.module.css'
import type { Judging } from '../judging.ts'
import { outcomeOf } from '../outcome.ts'
import { AboutTeam } from './AboutTeam.tsx'
import { BallotEnd } from './BallotEnd.tsx'
import { BallotHeader } from './BallotHeader.tsx'
import { NotYetOn } from './NotYetOn.tsx'
import { OwnScores } from './OwnScores.tsx'
import { RecuseControl } from './RecuseControl.tsx'

const focusHeading = () => document.querySelector('h1')?.focus()

type Props = { entryId: string; judging: Judging; following: Following; whereNext: JSX.Element }

export function BallotSheet(props: Props) {
  const { ballots } = props.judging
  const criteria = () => props.judging.criteria(props.entryId)
  const entry = () => props.judging.entry(props.entryId)
  const paper = () => ballots.paper(props.entryId)
  const isOpen = () => props.judging.openIds().has(props.entryId)
  const live = () => props.judging.phase() === 'live'
  const readOnly = () => live() && props.following.isReadOnly(props.entryId)
  const markable = () => props.judging.markable(props.entryId) && !readOnly()
  // A ballot that becomes read-only under the judge's eyes keeps its layout; one that is opened later is a list.
  const [showsList, setShowsList] = createSignal(readOnly())
  const [writing, setWriting] = createSignal(false)
  const state = () => {
    if (props.judging.phase() === 'setup') return 'Not on stage yet'
    if (!live()) return isOpen() ? 'Scoring has closed' : 'Did not present'
    if (props.judging.onStage()?.id === props.entryId)
      return props.judging.stage()?.scene === 'break' ? 'Break' : 'On stage'
    if (!isOpen()) return props.judging.connected() ? 'Not on stage yet' : 'Not heard yet'
    if (readOnly() && !paper().recused) return 'Scored'
    return props.judging.calledIds().has(props.entryId) ? 'Has presented' : 'At their table'
  }
  const outcome = () => outcomeOf(ballots.outbox()[props.entryId], criteria(), props.judging.criteria(), isOpen())
  // The pressed button has disappeared, so the team's name takes the focus.
  const setRecused = (recused: boolean) => {
    if (recused) ballots.recuse(props.entryId)
    else ballots.unrecuse(props.entryId)
    focusHeading()
  }
  const change = () => {
    setShowsList(false)
    props.following.change()
    focusHeading()
    scrollTo(0, 0)
  }

  return (
    <>
      <BallotHeader entry={entry()} state={state()} judging={props.judging} following={props.following} />
      <main class={`sheet ${styles.ballot}`}>
        <AboutTeam entry={entry()} />
        <Show when={!live() && outcome().trouble}>
          <p class={styles.trouble}>{outcome().words}.</p>
        </Show>
        <Show
          when={!paper().recused}
          fallback={
            <>
              <h2>You have stepped aside from this team</h2>
              <p>Nothing of yours counts for or against them. Thank you for saying so.</p>
              <Show when={live()}>
                <button class="button quiet" type="button" onClick={() => setRecused(false)}>
                  Undo: I can score them after all
                </button>
              </Show>
            </>
          }
        >
          <Show
            when={criteria().length && (isOpen() || props.judging.markable(props.entryId))}
            fallback={<NotYetOn entryId={props.entryId} judging={props.judging} />}
          >
            <Show when={live() && !isOpen()}>
              <p class={styles.trouble}>
                This phone has not heard yet that they are on stage. Your marks are kept here, and sent once it has.
              </p>
            </Show>
            <Show
              when={!(readOnly() && showsList())}
              fallback={
                <section>
                  <h2>Your scores</h2>
                  <OwnScores scores={paper().scores} criteria={criteria()} />
                  <Show when={paper().comment}>
                    <p dir="auto">{paper().comment}</p>
                  </Show>
                </section>
              }
            >
              <For each={criteria()}>
                {(criterion) => (
                  <ScoreScale
                    criterion={criterion}
                    score={paper().scores[criterion.id]}
                    disabled={!markable()}
                    onScore={(value) => markable() && ballots.score(props.entryId, criterion.id, value)}
                  />
                )}
              </For>
              <Show when={live() || paper().comment}>
                <CommentBox
                  label={live() ? 'A few words for the team (optional)' : 'Your words for the team'}
                  hint="The organiser reads this first and may pass it on to the team."
                  text={paper().comment}
                  disabled={!markable() && !(live() && writing())}
                  onFocus={setWriting}
                  onWrite={(text) => ballots.comment(props.entryId, text)}
                />
              </Show>
            </Show>
            <Show when={readOnly()} fallback={<BallotEnd {...props} />}>
              <button class="button quiet" type="button" onClick={change}>
                Change these scores
              </button>
            </Show>
          </Show>
          <Show when={live() && !readOnly() && criteria().length}>
            <RecuseControl onRecuse={() => setRecused(true)} />
          </Show>
        </Show>
        <Show when={!live()}>
          <button class="button quiet" type="button" onClick={() => props.following.open({ on: 'start' })}>
            {props.judging.phase() === 'setup' ? 'Back' : 'Back to what was counted'}
          </button>
        </Show>
      </main>
    </>
  )
}
