import { createSignal, Show } from 'solid-js'
import type { Comment, Decision } from '../../api/schema/feedback.ts'
import { createAction } from '../core/action.ts'
import { problemSentence } from '../core/form.ts'
import { LongField } from '../ui/fields/LongField.tsx'
import * as styles from './feedback.module.css'

type Props = {
  comment: Comment
  judge: string
  team: string
  onDecide: (to: Pick<Decision, 'state' | 'words'>) => Promise<unknown>
  onDone: (words: string) => void
}

const stateWords = { waiting: 'Not read yet', approved: '✓ Approved', 'left-out': '– Left out' } as const

export function CommentCard(props: Props) {
  const [typed, setTyped] = createSignal<string>()
  const isWaiting = () => props.comment.state === 'waiting'
  const reworded = () => props.comment.state === 'approved' && props.comment.words !== props.comment.comment

  const deciding = createAction(async (to: Pick<Decision, 'state' | 'words'>, words: string) => {
    await props.onDecide(to)
    setTyped(undefined)
    props.onDone(words)
  })
  const decide = deciding.run
  const about = () => (
    <span class="spoken">
      {' '}
      what {props.judge} wrote to {props.team}
    </span>
  )

  return (
    <article class={styles.commentCard} data-state={props.comment.state}>
      <p class={styles.commentHead}>
        <span dir="auto">{props.judge}</span>
        <strong class={styles.commentState}>{stateWords[props.comment.state]}</strong>
      </p>
      <Show when={props.comment.changed}>
        <p class={styles.commentChanged}>The judge has changed this since you decided. Please read it again.</p>
      </Show>
      <p class={styles.commentWords} dir="auto">
        {reworded() ? props.comment.words : props.comment.comment}
      </p>
      <Show when={reworded()}>
        <details>
          <summary>As the judge wrote it</summary>
          <p class={styles.commentWords} dir="auto">
            {props.comment.comment}
          </p>
        </details>
      </Show>
      <Show
        when={typed() !== undefined}
        fallback={
          <div class={`buttons ${styles.feedbackButtons}`}>
            <Show
              when={isWaiting()}
              fallback={
                <button class="button quiet" type="button" onClick={() => decide({ state: 'waiting' }, 'Undone')}>
                  Undo{about()}
                </button>
              }
            >
              <button class="button" type="button" onClick={() => decide({ state: 'approved' }, 'Approved')}>
                Approve{about()}
              </button>
              <button class="button quiet" type="button" onClick={() => setTyped(props.comment.comment)}>
                Reword{about()}
              </button>
              <button class="button quiet" type="button" onClick={() => decide({ state: 'left-out' }, 'Left out')}>
                Leave out{about()}
              </button>
            </Show>
          </div>
        }
      >
        <form
          class="form"
          onSubmit={(e) => {
            e.preventDefault()
            decide({ state: 'approved', words: typed()?.trim() ?? '' }, 'Approved in your words')
          }}
        >
          <LongField
            label="What the team will read"
            value={typed() ?? ''}
            rows={4}
            maxlength={2000}
            problem={deciding.refused()?.fields[0]?.title}
            onInput={setTyped}
          />
          <div class={`buttons ${styles.feedbackButtons}`}>
            <button class="button" type="submit">
              Approve these words
            </button>
            <button class="button quiet" type="button" onClick={() => setTyped(undefined)}>
              Leave it as it was
            </button>
          </div>
        </form>
      </Show>
      <div role="alert">
        <Show when={deciding.refused()}>{(no) => <p class="form-problem">{problemSentence(no())}</p>}</Show>
      </div>
    </article>
  )
}
