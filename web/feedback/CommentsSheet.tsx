import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
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
    waitingCount() === 0 ? 'You have read all of them.' : `${all().length - waitingCount()} of ${all().length} read.`
  let list!: HTMLDivElement
  const waitingOf = (places: number[]) => places.filter((n) => all()[n]!.state === 'waiting').length
  const [chosen, setChosen] = createSignal<string>()
  const shown = () =>
    byTeam().find(({ entry }) => entry.id === chosen()) ??
    byTeam().find(({ places }) => waitingOf(places) > 0) ??
    byTeam()[0]
  // The team that was shown stays after its last comment is read.
  createEffect(() => chosen() === undefined && setChosen(shown()?.entry.id))

  function focusNext(from: number, words: string) {
    setStatus(`${words}. ${progress()}`)
    const order = byTeam().flatMap(({ places }) => places)
    const at = order.indexOf(from)
    const next = [...order.slice(at + 1), ...order.slice(0, at)].find((n) => all()[n]!.state === 'waiting') ?? from
    setChosen(all()[next]!.entryId)
    queueMicrotask(() => {
      const button = list.querySelector<HTMLElement>(`[data-comment="${next}"] button`)
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
              question="Approve every comment that is left, as it was written?"
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
      <nav aria-label="Teams with comments">
        <ul class={styles.teamNames}>
          <For each={byTeam()}>
            {({ entry, places }) => (
              <li>
                <button
                  class="button quiet"
                  type="button"
                  aria-pressed={shown()?.entry.id === entry.id}
                  onClick={() => setChosen(entry.id)}
                >
                  <bdi>{entry.team}</bdi>
                  <span class="dim">{waitingOf(places) === 0 ? ' read' : ` ${waitingOf(places)} to read`}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <div class={styles.feedbackTeams} ref={list}>
        <For each={byTeam()}>
          {({ entry, places }) => (
            <section hidden={shown()?.entry.id !== entry.id}>
              <h2 dir="auto">{entry.team}</h2>
              <For each={places}>
                {(n) => (
                  <div data-comment={n}>
                    <CommentCard
                      comment={all()[n]!}
                      judge={judge(all()[n]!.judgeId)}
                      team={entry.team}
                      onDecide={(to) => props.review.decide(all()[n]!, to)}
                      onDone={(words) => focusNext(n, words)}
                    />
                  </div>
                )}
              </For>
            </section>
          )}
        </For>
      </div>
    </Show>
  )
}
