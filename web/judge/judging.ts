import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import { isFinished } from '../../api/rules/ballot/ballot.ts'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Judge } from '../../api/schema/judge.ts'
import { createBallots } from '../ballot/ballots.ts'
import { savingOf } from '../ballot/saving.ts'
import { makeClock } from '../core/clock.ts'
import type { EventPage } from '../core/event.ts'
import { createFeed } from '../core/feed/feed.ts'
import { createShown } from '../core/stage-state.ts'
import type { Storage } from '../core/storage.ts'
import type { Door } from './join/judge-session.ts'

type Options = { slug: string; judge: Judge; door: Door; page: EventPage; storage: Promise<Storage> }

/** Everything a judge's phone knows once it is inside: the stage, the ballots, and what is left to do. */
export function createJudging(options: Options) {
  const { slug, door, page, storage } = options
  const clock = makeClock(2)
  const feed = createFeed(slug, { as: 'judge', counts: 'off' })
  const judge = createMemo(() => door.judge() ?? options.judge)
  const { stage, shown, onStage } = createShown({ slug, feed, page, storage })
  const phase = createMemo(() => stage()?.phase ?? page.event()?.phase)
  const live = createMemo(() => phase() === 'live')
  /** The server takes ballots for it, as far as this phone has heard. */
  const open = (entryId: string) => live() && shown().has(entryId)
  // The judge says that a team is on stage before this phone has heard it.
  const [early, setEarly] = createSignal<string[]>([])
  const ballots = createBallots({
    slug,
    judgeId: options.judge.id,
    storage,
    clock,
    // While the stage is not known the server may decide.
    isOpen: (entryId) => judge().status === 'admitted' && (!feed.stage() || open(entryId)),
    onKeyRefused: door.lock,
  })

  // The same questions stay the same fields on the screen, however often the event is read again.
  const criteria = createMemo(() => page.event()?.criteria ?? [], [], {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  /** All but the warm-ups, which are there to try the buttons on. */
  const scored = createMemo(() => page.entries().filter((entry) => !entry.warmUp))
  const finished = (entryId: string) => isFinished(ballots.paper(entryId), criteria())
  /** May be marked on this phone; what was begun is never taken away. */
  const markable = (entryId: string) =>
    live() &&
    !entry(entryId)?.warmUp &&
    (shown().has(entryId) || early().includes(entryId) || Object.keys(ballots.paper(entryId).scores).length > 0)
  /** Has had its turn, or will: a team that was passed over is nobody's to score. */
  const plays = (entry: Entry) => !entry.skipped || shown().has(entry.id)
  const left = createMemo(() => scored().filter((entry) => plays(entry) && !finished(entry.id)))
  /** The one to come next, for as long as nothing is heard of the stage. */
  const next = () => left().find((entry) => !shown().has(entry.id))
  const leftWords = () => {
    const teams = left().length
    return teams === 0 ? 'All teams scored' : `${countOf(teams, 'team')} left to score`
  }
  const saving = createMemo(() =>
    savingOf(ballots.outbox(), { connected: feed.connected(), safe: ballots.safe(), open }),
  )
  /** Only until the first team: from then on every number that is tapped is meant. */
  const mayPractise = createMemo(
    () =>
      (live() || phase() === 'setup') &&
      !onStage() &&
      scored().every(({ id }) => !shown().has(id)) &&
      criteria().length > 0,
  )
  /** Teams that were finished with until the organiser asked something new of them. */
  const [again, setAgain] = createSignal<string[]>([])
  const askedAgain = createMemo(() => again().filter((id) => open(id) && !finished(id)))
  const finishedBefore = new Set<string>()
  createEffect(
    on([criteria, page.fresh], async ([asked, fresh]) => {
      if (!fresh || asked.length === 0) return
      await ballots.ready
      ballots.refit(criteria().map((criterion) => criterion.id))
      setAgain([...finishedBefore].filter((id) => !finished(id)))
      if (again().length > 0) ballots.check()
    }),
  )
  createEffect(() => {
    for (const { id } of page.entries()) if (finished(id)) finishedBefore.add(id)
  })
  const entry = (entryId: string): Entry | undefined => page.entries().find((one) => one.id === entryId)
  // What the server says it holds can only be asked of it; until then nothing is claimed.
  const [checked, setChecked] = createSignal(false)

  const [merged, setMerged] = createSignal(false)
  createEffect(
    on(feed.you, (you) => (you?.judge.mergedInto ? setMerged(true) : you && door.know(you.judge)), { defer: true }),
  )
  // What this phone has not sent goes to the judge who stays first: the key is that one's already.
  createEffect(() => merged() && saving().kind !== 'sending' && saving().kind !== 'kept' && door.refresh())
  const status = createMemo(() => judge().status)
  createEffect(on([live, status, onStage, shown], () => ballots.wake(), { defer: true }))
  createEffect(
    on([feed.connected, live, status], ([connected]) => {
      if (!connected || status() === 'waiting') return
      setChecked(false)
      let gone = false
      onCleanup(() => {
        gone = true
      })
      async function look() {
        const heard = await ballots.check()
        if (gone) return
        setChecked(heard)
        // The feed is there and this answer was not: a full hall. It is asked for until it comes.
        if (!heard) setTimeout(() => !gone && look(), 2000 + 2000 * Math.random())
      }
      ballots.ready.then(ballots.wake).then(look)
    }),
  )
  createEffect(
    on(feed.stage, (now) => {
      if (now && Math.abs(Date.parse(now.now) - clock.now()) > 1000) clock.sync()
    }),
  )
  // The first view is not held up by the clock: a tap before then is stamped by the phone's own.
  onMount(() => setTimeout(() => clock.sync(), 1500))

  return {
    slug,
    judge,
    page,
    stage,
    phase,
    shown,
    onStage,
    open,
    markable,
    connected: feed.connected,
    /** The judge said that the team is on stage, and this phone has not heard so yet. */
    markedEarly: (entryId: string) => early().includes(entryId) && !shown().has(entryId),
    markEarly: (entryId: string) => setEarly((ids) => [...ids, entryId]),
    next,
    ballots,
    criteria,
    scored,
    finished,
    left,
    leftWords,
    saving,
    mayPractise,
    askedAgain,
    entry,
    checked,
    gone: feed.gone,
    correct: door.correct,
  }
}

export type Judging = ReturnType<typeof createJudging>
