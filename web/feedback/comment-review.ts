import { createEffect, createSignal, on } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Comment, Decision } from '../../api/schema/feedback.ts'
import { api, ask, asProblem, type Problem } from '../core/api.ts'
import type { Organising } from '../organise/organising.ts'

// Browsers limit a request that outlives its page (keepalive) to 64 KiB.
const maxPerCall = 300

export function createCommentReview({ slug, now, connected }: Organising) {
  const param = { slug }
  const at = api.events[':slug'].feedback
  const [store, setStore] = createStore<{ comments: Comment[] }>({ comments: [] })
  const [read, setRead] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  const closed = () => now.event.phase !== 'setup' && now.event.phase !== 'live'
  const replaceComments = (comments: Comment[]) => setStore('comments', reconcile(comments, { key: null, merge: true }))

  async function load() {
    try {
      const { comments } = await ask<{ comments: Comment[] }>(at.$get({ param }))
      if (!closed()) return
      replaceComments(comments)
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
      replaceComments([])
    }),
  )

  async function decide(decisions: Decision[]) {
    for (let from = 0; from < decisions.length; from += maxPerCall)
      try {
        const json = { decisions: decisions.slice(from, from + maxPerCall) }
        replaceComments((await ask<{ comments: Comment[] }>(at.$put({ param, json }))).comments)
      } catch (failure) {
        if (asProblem(failure).code.startsWith('comment-')) await load()
        throw failure
      }
  }

  const waiting = () => store.comments.filter((comment) => comment.state === 'waiting')
  return {
    comments: () => store.comments,
    waiting,
    read,
    problem,
    load,
    closed,
    decide: ({ entryId, judgeId, digest }: Comment, to: Pick<Decision, 'state' | 'words'>) =>
      decide([{ entryId, judgeId, digest, ...to }]),
    approveRest: () =>
      decide(waiting().map(({ entryId, judgeId, digest }) => ({ entryId, judgeId, digest, state: 'approved' }))),
  }
}

export type CommentReview = ReturnType<typeof createCommentReview>
