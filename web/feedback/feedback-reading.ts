import { createEffect, createSignal, on } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Comment, Decision } from '../../api/schema/feedback.ts'
import { api, ask, asProblem, type Problem } from '../core/api.ts'
import type { Organising } from '../organise/organising.ts'

// A request that outlives its page takes 64 KiB.
const most = 300

/** The judges' comments as the organiser decides about them; dropped the moment that scoring opens again. */
export function createFeedbackReading({ slug, now, connected }: Organising) {
  const param = { slug }
  const at = api.events[':slug'].feedback
  const [kept, setKept] = createStore<{ comments: Comment[] }>({ comments: [] })
  const [read, setRead] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  const closed = () => now.event.phase !== 'setup' && now.event.phase !== 'live'
  const take = (comments: Comment[]) => setKept('comments', reconcile(comments, { key: null, merge: true }))

  async function load() {
    try {
      const { comments } = await ask<{ comments: Comment[] }>(at.$get({ param }))
      if (!closed()) return
      take(comments)
      setRead(true)
      setProblem(undefined)
    } catch (failure) {
      setProblem(asProblem(failure))
    }
  }
  createEffect(
    on([closed, connected], ([open]) => {
      if (open) return void load()
      setRead(false)
      take([])
    }),
  )

  /** What a judge changed meanwhile is read anew, so that the next press is about what stands. */
  async function decide(decisions: Decision[]) {
    for (let from = 0; from < decisions.length; from += most)
      try {
        const json = { decisions: decisions.slice(from, from + most) }
        take((await ask<{ comments: Comment[] }>(at.$put({ param, json }))).comments)
      } catch (failure) {
        if (asProblem(failure).code.startsWith('comment-')) await load()
        throw failure
      }
  }

  const waiting = () => kept.comments.filter((one) => one.state === 'waiting')
  return {
    comments: () => kept.comments,
    waiting,
    read,
    problem,
    load,
    closed,
    decide: ({ entryId, judgeId, digest }: Comment, to: Pick<Decision, 'state' | 'words'>) =>
      decide([{ entryId, judgeId, digest, ...to }]),
    /** Every one that is left, as it was written. */
    approveRest: () =>
      decide(waiting().map(({ entryId, judgeId, digest }) => ({ entryId, judgeId, digest, state: 'approved' }))),
  }
}

export type FeedbackReading = ReturnType<typeof createFeedbackReading>
