import { createSignal, For, onMount, Show } from 'solid-js'
import { emptyBallot, isComplete, markScore } from '../../../api/rules/ballot/ballot.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import { CommentBox } from '../../ui/ballot/CommentBox.tsx'
import { ScoreScale } from '../../ui/ballot/ScoreScale.tsx'
import * as styles from '../judge.module.css'
import type { Judging } from '../judging.ts'

type Props = {
  judging: Judging
  warmUp?: Entry
  onLeave?: () => void
}

const madeUp = { team: 'The Kettle', title: 'It puts itself on when the meeting overruns' }

export function PracticeSheet(props: Props) {
  let heading!: HTMLHeadingElement
  const [paper, setPaper] = createSignal(emptyBallot('practice'))
  const criteria = () => props.judging.criteria()
  const about = () => props.warmUp ?? madeUp

  onMount(() => {
    heading.focus({ preventScroll: true })
    scrollTo(0, 0)
  })

  return (
    <>
      <header class="band">
        <div class="band-line">
          <span class="pill practice">{props.warmUp ? 'Warm-up' : 'Practice'}</span>
          <span>{props.warmUp ? 'Not scored' : 'A made-up team'}</span>
        </div>
        <h1 ref={heading} tabindex="-1" dir="auto">
          {about().team}
        </h1>
        <p dir="auto">{about().title}</p>
      </header>
      <main class={`sheet ${styles.ballot}`}>
        <p>
          {props.warmUp
            ? 'A demo to warm up on: try the buttons. Nothing here is kept or sent; the next team’s ballot opens by itself.'
            : 'Try the buttons. Nothing here is kept or sent, and it goes away when the first team is called.'}
        </p>
        <For each={criteria()}>
          {(criterion) => (
            <ScoreScale
              criterion={criterion}
              score={paper().scores[criterion.id]}
              onScore={(value) => setPaper(markScore(paper(), criterion.id, value))}
            />
          )}
        </For>
        <CommentBox
          label="A few words for the team (optional)"
          hint={
            props.warmUp ? 'Nobody reads these.' : 'With a real team the organiser reads this first and may pass it on.'
          }
          text={paper().comment}
          onWrite={(comment) => setPaper({ ...paper(), comment })}
        />
        <Show when={isComplete(paper(), criteria())}>
          <p>
            <strong>That is all there is to it.</strong> With a {props.warmUp ? 'scored' : 'real'} team each tap is
            saved as you make it.
          </p>
        </Show>
        <Show when={props.onLeave}>
          <button class="button" type="button" onClick={() => props.onLeave?.()}>
            Leave practice
          </button>
        </Show>
      </main>
    </>
  )
}
