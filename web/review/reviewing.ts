import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Review } from '../../api/schema/review.ts'
import { api, ask, asProblem, type Problem } from '../core/api.ts'
import { isolateName } from '../core/words/names.ts'
import type { Organising } from '../organise/organising.ts'

export type CastingVote = { entryIds: string[]; byName: string; reason: string; joint: boolean }

export function createReviewing(organising: Organising) {
  const param = { slug: organising.slug }
  const at = api.events[':slug']
  const [review, setReview] = createSignal<Review>()
  const [votes, setVotes] = createSignal<CastingVote[]>([])
  const [problem, setProblem] = createSignal<Problem>()
  const phase = () => organising.now.event.phase
  let reading = 0

  async function read() {
    reading += 1
    const mine = reading
    try {
      const [latest, { castingVotes }] = await Promise.all([
        ask<Review>(at.review.$get({ param })),
        ask<{ castingVotes: CastingVote[] }>(at['casting-votes'].$get({ param })),
      ])
      // A later request, or reopened scoring, makes this answer stale.
      if (mine !== reading) return
      setVotes(castingVotes)
      setReview(latest)
      setProblem(undefined)
    } catch (failure) {
      const refusal = asProblem(failure)
      if (mine === reading) setProblem(refusal)
    }
  }

  const reviewInputs = createMemo(() =>
    JSON.stringify([
      organising.now.judges.map(({ id, name, status, away }) => [id, name, status, away]),
      organising.now.prizes,
      organising.now.disqualified,
      organising.now.event.places,
      organising.now.event.criterionAwards,
      organising.now.event.method,
    ]),
  )
  createEffect(
    on([phase, reviewInputs, organising.connected], ([now, inputs, connected], before) => {
      if (now === 'closed') {
        const lineCameBack = connected && before?.[2] === false && review() === undefined
        if (now !== before?.[0] || inputs !== before[1] || lineCameBack) read()
        return
      }
      reading += 1
      setReview(undefined)
      setProblem(undefined)
    }),
  )

  const byEntry = createMemo(() => new Map(organising.now.entries.map((entry) => [entry.id, entry])))
  const byJudge = createMemo(() => new Map(organising.now.judges.map((judge) => [judge.id, judge.name])))
  return {
    slug: organising.slug,
    organising,
    phase,
    review,
    votes,
    problem,
    read,
    entry: (id: string) => byEntry().get(id),
    team: (id: string) => isolateName(byEntry().get(id)?.team ?? 'A team'),
    judge: (id: string) => isolateName(byJudge().get(id) ?? 'A judge'),
    async saveVote(vote: { entryIds: string[]; by: string; reason: string; joint?: boolean }) {
      await ask(at['casting-votes'].$post({ param, json: vote }))
      await read()
    },
  }
}

export type Reviewing = ReturnType<typeof createReviewing>
