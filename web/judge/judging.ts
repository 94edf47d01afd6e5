import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import { isFinished } from '../../api/rules/ballot/ballot.ts'
import { ballotCriteria } from '../../api/rules/ballot/ballot-criteria.ts'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Judge } from '../../api/schema/judge.ts'
import { createBallots } from '../ballot/ballots.ts'
import { savingOf } from '../ballot/saving.ts'
import { makeClock } from '../core/clock.ts'
import { createFeed } from '../core/feed/feed.ts'
import { isEqual, type LiveEvent } from '../core/live-event.ts'
import type { Storage } from '../core/storage.ts'
import type { JudgeSession } from './join/judge-session.ts'

type Options = { slug: string; judge: Judge; session: JudgeSession; liveEvent: LiveEvent; storage: Promise<Storage> }

export function createJudging(options: Options) {
  const { slug, session, liveEvent, storage } = options
  const clock = makeClock(2)
  const feed = createFeed(slug, { as: 'judge', counts: 'off' })
  const judge = createMemo(() => session.judge() ?? options.judge)
  liveEvent.follow(feed)
  const { stage, calledIds, openIds, onStage } = liveEvent
  const phase = createMemo(() => stage()?.phase ?? liveEvent.event()?.phase)
  const live = createMemo(() => phase() === 'live')
  const isOpen = (entryId: string) => live() && openIds().has(entryId)
  /** The showcase is on, and every team takes ballots. */
  const walking = createMemo(() => live() && !!stage()?.showcase && liveEvent.event()?.scoring === 'any-order')
  // Entries that the judge marked as on stage before the update arrived.
  const [earlyIds, setEarlyIds] = createSignal<string[]>([])
  const ballots = createBallots({
    slug,
    judgeId: options.judge.id,
    storage,
    clock,
  })
  createEffect(() => {
    if (judge().status !== 'admitted') ballots.setOpenEntries(new Set())
    else if (!feed.stage()) ballots.setOpenEntries('all')
    else ballots.setOpenEntries(live() ? openIds() : new Set())
  })
  createEffect(() => {
    const problem = ballots.keyProblem()
    if (problem) session.lock(problem)
  })

  // Equal questions must not redraw the fields when the event is loaded again.
  const questions = createMemo(() => questionsOf(liveEvent.event()), undefined, { equals: isEqual })
  /** The rubric, or the questions of this judge's ballot for an entry; none where the judge does not score it. */
  const criteria = (entryId?: string) =>
    entryId === undefined ? questions().criteria : ballotCriteria(questions(), judge(), entryId)
  const scored = createMemo(() => liveEvent.entries().filter((entry) => !entry.warmUp && criteria(entry.id).length > 0))
  const finished = (entryId: string) => isFinished(ballots.paper(entryId), criteria(entryId))
  const markable = (entryId: string) =>
    live() &&
    !entry(entryId)?.warmUp &&
    (openIds().has(entryId) || earlyIds().includes(entryId) || Object.keys(ballots.paper(entryId).scores).length > 0)
  const plays = (entry: Entry) => !entry.skipped || calledIds().has(entry.id)
  const unfinished = createMemo(() => scored().filter((entry) => plays(entry) && !finished(entry.id)))
  const next = () => unfinished().find((entry) => !openIds().has(entry.id))
  const unfinishedWords = () => {
    const teams = unfinished().length
    return teams === 0 ? 'All teams scored' : `${countOf(teams, 'team')} left to score`
  }
  const saving = createMemo(() =>
    savingOf(ballots.outbox(), { connected: feed.connected(), isStored: ballots.isStored(), isOpen }),
  )
  /** Practice ends with the first call, so that no real score is mistaken for practice. */
  const mayPractise = createMemo(
    () =>
      (live() || phase() === 'setup') &&
      !onStage() &&
      scored().every(({ id }) => !openIds().has(id)) &&
      criteria().length > 0,
  )
  const [reopenedIds, setReopenedIds] = createSignal<string[]>([])
  const reopened = createMemo(() => reopenedIds().filter((id) => isOpen(id) && !finished(id)))
  const finishedBefore = new Set<string>()
  createEffect(
    on([questions, judge, liveEvent.fresh], async ([current, , fresh]) => {
      if (!fresh || current.criteria.length === 0) return
      await ballots.ready
      ballots.refit((entryId) => criteria(entryId).map((criterion) => criterion.id))
      setReopenedIds([...finishedBefore].filter((id) => !finished(id)))
      if (reopenedIds().length > 0) ballots.check()
    }),
  )
  createEffect(() => {
    for (const { id } of liveEvent.entries()) if (finished(id)) finishedBefore.add(id)
  })
  const entry = (entryId: string): Entry | undefined => liveEvent.entries().find((entry) => entry.id === entryId)
  // False until the server's ballot list has been fetched.
  const [checked, setChecked] = createSignal(false)

  const [merged, setMerged] = createSignal(false)
  createEffect(
    on(feed.you, (you) => (you?.judge.mergedInto ? setMerged(true) : you && session.saveJudge(you.judge)), {
      defer: true,
    }),
  )
  // After a merge the key belongs to the remaining judge: send unsent ballots before switching.
  createEffect(() => merged() && saving().kind !== 'sending' && saving().kind !== 'local' && session.load())
  const status = createMemo(() => judge().status)
  createEffect(on([live, status, onStage, openIds], () => ballots.wake(), { defer: true }))
  createEffect(
    on([feed.connected, live, status], ([connected]) => {
      if (!connected || status() === 'waiting') return
      setChecked(false)
      let outdated = false
      onCleanup(() => {
        outdated = true
      })
      async function checkBallots() {
        const answered = await ballots.check()
        if (outdated) return
        setChecked(answered)
        // The feed works but the request failed, as under load: retry in 2 to 4 s.
        if (!answered) setTimeout(() => !outdated && checkBallots(), 2000 + 2000 * Math.random())
      }
      ballots.ready.then(ballots.wake).then(checkBallots)
    }),
  )
  createEffect(
    on(feed.stage, (now) => {
      if (now && Math.abs(Date.parse(now.now) - clock.now()) > 1000) clock.sync()
    }),
  )
  onMount(() => setTimeout(() => clock.sync(), 1500))

  return {
    slug,
    judge,
    liveEvent,
    stage,
    phase,
    calledIds,
    openIds,
    walking,
    onStage,
    isOpen,
    markable,
    connected: feed.connected,
    markedEarly: (entryId: string) => earlyIds().includes(entryId) && !openIds().has(entryId),
    markEarly: (entryId: string) => setEarlyIds((ids) => [...ids, entryId]),
    next,
    ballots,
    criteria,
    scored,
    finished,
    unfinished,
    unfinishedWords,
    saving,
    mayPractise,
    reopened,
    entry,
    checked,
    gone: feed.gone,
    correct: session.correct,
  }
}

/** The challenge is named with its questions. */
const questionsOf = (event: Event | undefined) => ({
  criteria: event?.criteria ?? [],
  challenges:
    event?.challenges.map((challenge) => ({
      ...challenge,
      criteria: challenge.criteria.map((criterion) => ({
        ...criterion,
        description: `For “${challenge.name}”. ${criterion.description}`,
      })),
    })) ?? [],
})

export type Judging = ReturnType<typeof createJudging>
