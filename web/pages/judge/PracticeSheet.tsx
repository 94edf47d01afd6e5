import { createSignal, For, onMount, Show } from 'solid-js'
import { emptyPaper, isComplete, markScore } from '../../../api/rules/ballot.ts'
import type { Judging } from '../../client/judging.ts'
import { CommentBox } from '../../ui/CommentBox.tsx'
import { ScoreScale } from '../../ui/ScoreScale.tsx'

type Props = { judging: Judging; onLeave: () => void }

/** A ballot for a team that does not exist, with the event's own questions. It lives here alone and is gone with this sheet. */
export function PracticeSheet(props: Props) {
  let heading!: HTMLHeadingElement
  const [paper, setPaper] = createSignal(emptyPaper('practice'))
  const criteria = () => props.judging.criteria()

  onMount(() => {
    heading.focus({ preventScroll: true })
    scrollTo(0, 0)
  })

  return (
    <>
      <header class="band">
        <div class="band-line">
          <span class="pill practice">Practice</span>
          <span>A made-up team</span>
        </div>
        <h1 ref={heading} tabindex="-1">
          The Kettle
        </h1>
        <p>It puts itself on when the meeting overruns</p>
      </header>
      <main class="sheet ballot">
        <p>Try the buttons. Nothing here is kept or sent, and it goes away when the first team is called.</p>
        <For each={criteria()}>
          {(criterion) => (
            <ScoreScale
              criterion={criterion}
              score={paper().scores[criterion.id]}
              onScore={(value) => setPaper(markScore(paper(), criteria(), criterion.id, value))}
            />
          )}
        </For>
        <CommentBox
          label="A few words for the team (optional)"
          hint="A real team will read this."
          text={paper().comment}
          onWrite={(comment) => setPaper({ ...paper(), comment })}
        />
        <Show when={isComplete(paper(), criteria())}>
          <p>
            <strong>That is all there is to it.</strong> With a real team each tap is saved as you make it.
          </p>
        </Show>
        <button class="button" type="button" onClick={() => props.onLeave()}>
          Leave practice
        </button>
      </main>
    </>
  )
}
