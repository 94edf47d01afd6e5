import { createMemo, createSignal, For, Show } from 'solid-js'
import { plural } from '../../api/rules/words/plural.ts'
import type { Organised } from '../organise/organising.ts'
import { InlineConfirm } from '../ui/buttons/InlineConfirm.tsx'
import { CommentCard } from './CommentCard.tsx'
import type { CommentReview } from './comment-review.ts'
import * as styles from './feedback.module.css'

export function CommentsSheet(props: { review: CommentReview; now: Organised }) {
  const [status, setStatus] = createSignal('')
  const all = () => props.review.comments()
  const waitingCount = () => props.review.waiting().length
  const byTeam = createMemo(() =>
    props.now.entries
      .map((entry) => ({ entry, places: [...all().keys()].filter((n) => all()[n]!.entryId === entry.id) }))
      .filter(({ places }) => places.length > 0),
  )
  const judge = (id: string) => props.now.judges.find((judge) => judge.id === id)?.name ?? 'A judge'
  const progress = () =>
    waitingCount() === 0 ? 'All of them are read.' : `${all().length - waitingCount()} of ${all().length} read.`
  let list!: HTMLDivElement

  function focusNext(from: number, words: string) {
    setStatus(`${words}. ${progress()}`)
    queueMicrotask(() => {
      const cards = [...list.querySelectorAll<HTMLElement>('[data-state]')]
      const next = [...cards.slice(from + 1), ...cards.slice(0, from)].find((card) => card.dataset.state === 'waiting')
      const button = (next ?? cards[from])?.querySelector<HTMLElement>('button')
      button?.focus()
      button?.closest('[data-state]')?.scrollIntoView({ block: 'nearest' })
    })
  }

  return (
    <Show
      when={all().length}
      fallback={
        <>
          <h2>No comments</h2>
          <p>The judges left none, or they were removed with the people’s data.</p>
        </>
      }
    >
      <section>
        <h2>Read each before its team does</h2>
        <p>
          A team reads what you approve, once the result is published, and never who wrote it. You may put it more
          kindly; the judge’s own words stay in the ballot.
        </p>
        <p>
          <strong class="figures">{progress()}</strong>
        </p>
        <progress max={all().length} value={all().length - waitingCount()} aria-label="Comments read" />
        <Show when={waitingCount() > 0}>
          <div class={`buttons ${styles.feedbackButtons}`}>
            <InlineConfirm
              label={plural(waitingCount(), {
                one: 'Approve the one that is left…',
                other: `Approve all ${waitingCount()} that are left…`,
              })}
              question="Pass on every comment that is left, as it was written?"
              yes="Approve them"
              no="Read on"
              onYes={async () => {
                await props.review.approveRest()
                setStatus(progress())
              }}
            />
          </div>
        </Show>
        <p class="spoken" role="status">
          {status()}
        </p>
      </section>
      <div class={styles.feedbackTeams} ref={list}>
        <For each={byTeam()}>
          {({ entry, places }) => (
            <section>
              <h2 dir="auto">{entry.team}</h2>
              <For each={places}>
                {(n) => (
                  <CommentCard
                    comment={all()[n]!}
                    judge={judge(all()[n]!.judgeId)}
                    team={entry.team}
                    onDecide={(to) => props.review.decide(all()[n]!, to)}
                    onDone={(words) => focusNext(n, words)}
                  />
                )}
              </For>
            </section>
          )}
        </For>
      </div>
    </Show>
  )
}
