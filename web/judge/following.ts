import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import type { Paper } from '../../api/rules/ballot/ballot.ts'
import { isComplete } from '../../api/rules/ballot/ballot.ts'
import type { Criterion } from '../../api/schema/event.ts'
import type { Judging } from './judging.ts'

/** What the phone shows: one ballot, all teams, the words before the first team, or a ballot to practise on. */
export type View = { on: 'ballot'; entryId: string } | { on: 'teams' } | { on: 'start' } | { on: 'practice' }

/** A thumb that was here a moment ago is not to land on another team's paper. */
const restMs = 4000

/** Begun and not finished: the judge is in the middle of it. */
export function isHalfDone(paper: Paper, criteria: Criterion[]): boolean {
  const begun = Object.keys(paper.scores).length > 0 || paper.comment.trim() !== ''
  return begun && !paper.recused && !isComplete(paper, criteria)
}

/** Whether the phone may turn to the next team by itself. It never takes away a paper that is being filled in. */
export function mayTurn(at: {
  view: View
  lastOnStage: string | undefined
  halfDone: boolean
  busy: boolean
}): boolean {
  if (at.view.on === 'start') return true
  if (at.view.on === 'practice') return !at.busy
  return at.view.on === 'ballot' && at.view.entryId === at.lastOnStage && !at.halfDone && !at.busy
}

/** Follows the stage, and lets the judge look elsewhere; the phone's own Back goes where the judge was before. */
export function createFollowing(judging: Judging) {
  const [view, setView] = createSignal<View>(
    { on: 'start' },
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const [said, setSaid] = createSignal('')
  let touchedAt = 0
  const touched = () => {
    touchedAt = performance.now()
  }
  const busy = () => performance.now() - touchedAt < restMs || document.activeElement instanceof HTMLTextAreaElement

  function go(next: View) {
    history.pushState(next, '')
    setView(next)
  }

  createEffect(
    on(
      () => (judging.phase() === 'live' ? judging.onStage()?.id : undefined),
      (id, lastOnStage) => {
        const entry = judging.onStage()
        if (!id || !entry) return
        setSaid(`${entry.team} is on stage`)
        const now = view()
        const halfDone = now.on === 'ballot' && isHalfDone(judging.ballots.paper(now.entryId), judging.criteria())
        if (mayTurn({ view: now, lastOnStage, halfDone, busy: busy() })) setView({ on: 'ballot', entryId: id })
        else if (now.on === 'practice') turnAfterPractice(id)
      },
    ),
  )
  // A thumb that is busy practising comes to rest first.
  function turnAfterPractice(entryId: string) {
    const waiting = setInterval(() => {
      if (view().on === 'practice' && busy()) return
      clearInterval(waiting)
      if (view().on === 'practice') setView({ on: 'ballot', entryId: judging.onStage()?.id ?? entryId })
    }, 500)
    onCleanup(() => clearInterval(waiting))
  }
  const savingText = createMemo(() => judging.saving().text)
  createEffect(on(savingText, say, { defer: true }))
  // The close interrupts: what was counted matters more than the paper it was written on.
  createEffect(
    on(judging.phase, (phase) => {
      if (phase && phase !== 'live') setView({ on: 'start' })
    }),
  )
  createEffect(() => {
    const now = view()
    const team = now.on === 'ballot' ? judging.entry(now.entryId)?.team : undefined
    const name = judging.page.event()?.name ?? 'Demo Hour'
    document.title = team ? `${team} · ${name}` : now.on === 'practice' ? `Practice · ${name}` : name
  })

  // Said once the tapping rests, so that a voice is not cut short by the next tap.
  let saying: ReturnType<typeof setTimeout>
  function say(text: string) {
    clearTimeout(saying)
    saying = setTimeout(() => setSaid(text), 1200)
  }

  /** The team on stage, while the judge looks at something else and has yet to score it. */
  const offer = createMemo(() => {
    const entry = judging.onStage()
    const now = view()
    if (!entry || judging.phase() !== 'live' || judging.finished(entry.id)) return undefined
    return now.on === 'ballot' && now.entryId === entry.id ? undefined : entry
  })

  const back = (e: PopStateEvent) => {
    const before = e.state as View | null
    setView(before?.on && (before.on !== 'practice' || judging.mayPractise()) ? before : firstView())
  }
  const firstView = (): View => {
    const entry = judging.onStage()
    return entry && judging.phase() === 'live' ? { on: 'ballot', entryId: entry.id } : { on: 'start' }
  }
  onMount(() => {
    addEventListener('popstate', back)
    addEventListener('pointerdown', touched)
    addEventListener('keydown', touched)
  })
  onCleanup(() => {
    clearTimeout(saying)
    removeEventListener('popstate', back)
    removeEventListener('pointerdown', touched)
    removeEventListener('keydown', touched)
  })
  return { view, go, offer, said }
}

export type Following = ReturnType<typeof createFollowing>
