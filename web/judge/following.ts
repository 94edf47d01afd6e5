import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import { isEqual } from '../core/live-event.ts'
import { entryIdOfPage } from '../core/page-address.ts'
import {
  acceptsTap,
  type FollowEvent,
  type FollowState,
  follow,
  initialFollowState,
  isHalfDone,
  isOnStageView,
  isReadOnly,
  settleMs,
  turnDueAt,
  type View,
  type Work,
} from './follow-stage.ts'
import type { Judging } from './judging.ts'

const touches = ['pointerdown', 'pointercancel', 'keydown', 'input', 'scroll', 'focusin', 'focusout'] as const
// A screen reader would break off its sentence at the next tap.
const announceAfterMs = 1200

const sameButForTouches = (a: FollowState, b: FollowState) =>
  JSON.stringify({ ...a, touchedAtMs: 0 }) === JSON.stringify({ ...b, touchedAtMs: 0 })

const isWritingComment = () =>
  document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value.trim() !== ''

export function createFollowing(judging: Judging) {
  const [state, setState] = createSignal(initialFollowState, { equals: sameButForTouches })
  let current = initialFollowState
  const [announcement, setAnnouncement] = createSignal('')
  const view = createMemo(() => state().view, undefined, { equals: isEqual })
  let timer: ReturnType<typeof setTimeout>
  let settling: ReturnType<typeof setTimeout>

  function work(): Work {
    const now = view()
    if (isWritingComment()) return 'comment'
    if (now.on !== 'ballot') return 'none'
    return isHalfDone(judging.ballots.paper(now.entryId), judging.criteria(now.entryId)) ? 'half-done' : 'none'
  }

  function send(event: FollowEvent) {
    const before = current
    current = follow(before, event, performance.now(), work())
    if (current.viewedAtMs !== before.viewedAtMs) settle()
    setState(current)
    clearTimeout(timer)
    const dueAt = turnDueAt(current, work())
    if (dueAt !== undefined)
      timer = setTimeout(() => send({ type: 'tick' }), Math.max(0, dueAt - performance.now()) + 10)
  }

  function openScanned() {
    const entryId = entryIdOfPage()
    if (!entryId || !judging.stage() || !judging.entry(entryId)) return
    history.replaceState(history.state, '', location.pathname)
    open({ on: 'ballot', entryId }, true)
  }

  // CSS ignores taps as well, so that nothing under the thumb looks pressed.
  function settle() {
    clearTimeout(settling)
    document.documentElement.dataset.settling = ''
    settling = setTimeout(() => delete document.documentElement.dataset.settling, settleMs)
  }

  function open(next: View, scanned = false) {
    history.pushState(next, '')
    send({ type: 'open', view: next, scanned })
    // At a table a finished ballot stays open for changes until the judge leaves it.
    if (judging.walking() && next.on === 'ballot' && !judging.finished(next.entryId)) send({ type: 'change' })
  }

  createEffect(
    on(
      () => [judging.phase(), judging.phase() === 'live' ? judging.onStage()?.id : undefined] as const,
      ([phase, onStageId]) => {
        if (!phase) return
        if (phase !== 'live') return send({ type: 'not-live' })
        const entry = judging.onStage()
        if (onStageId && entry) setAnnouncement(`${entry.team} is on stage`)
        send({ type: 'stage', onStageId })
      },
    ),
  )
  // After the effect above, because an update of the stage shortens the time that a view stays.
  createEffect(openScanned)
  createEffect(on(judging.ballots.outbox, () => send({ type: 'tick' }), { defer: true }))
  createEffect(on(judging.phase, (phase) => phase && phase !== 'live' && scrollTo(0, 0), { defer: true }))
  createEffect(
    on(
      createMemo(() => judging.saving().text),
      announceLater,
      { defer: true },
    ),
  )
  createEffect(() => {
    const now = view()
    const team = now.on === 'ballot' ? judging.entry(now.entryId)?.team : undefined
    const name = judging.liveEvent.event()?.name ?? 'Demo Hour'
    document.title = team ? `${team} · ${name}` : now.on === 'practice' ? `Practice · ${name}` : name
  })

  let announcing: ReturnType<typeof setTimeout>
  function announceLater(text: string) {
    clearTimeout(announcing)
    announcing = setTimeout(() => setAnnouncement(text), announceAfterMs)
  }

  const elsewhere = createMemo(() => {
    const entry = judging.phase() === 'live' ? judging.onStage() : undefined
    return entry && !isOnStageView(state()) ? entry : undefined
  })

  function goBack(e: PopStateEvent) {
    const before = e.state as View | null
    const allowed = before?.on && (before.on !== 'practice' || judging.mayPractise())
    send({ type: 'open', view: allowed ? before : firstView() })
  }
  const firstView = (): View => {
    const entry = judging.onStage()
    return entry && judging.phase() === 'live' ? { on: 'ballot', entryId: entry.id } : { on: 'start' }
  }

  let pressedAtMs: number | undefined
  function touch(e: Event) {
    if (e.type === 'pointerdown') pressedAtMs = performance.now()
    if (e.type === 'pointercancel') pressedAtMs = undefined
    send({ type: 'touch' })
  }
  // A tap that began on one ballot and ended on the next scores neither. Screen readers click without a pointer press.
  function guard(e: MouseEvent) {
    const beganAtMs = pressedAtMs ?? performance.now()
    pressedAtMs = undefined
    if (acceptsTap(current, beganAtMs)) return
    e.preventDefault()
    e.stopPropagation()
  }

  onMount(() => {
    addEventListener('popstate', goBack)
    addEventListener('hashchange', openScanned)
    addEventListener('click', guard, { capture: true })
    for (const name of touches) addEventListener(name, touch, { capture: true, passive: true })
  })
  onCleanup(() => {
    for (const pending of [timer, settling, announcing]) clearTimeout(pending)
    removeEventListener('popstate', goBack)
    removeEventListener('hashchange', openScanned)
    removeEventListener('click', guard, { capture: true })
    for (const name of touches) removeEventListener(name, touch, { capture: true })
    delete document.documentElement.dataset.settling
  })

  return {
    view,
    open,
    elsewhere,
    announcement,
    work,
    change: () => send({ type: 'change' }),
    isReadOnly: (entryId: string) =>
      !judging.markedEarly(entryId) && isReadOnly(state(), entryId, judging.finished(entryId)),
  }
}

export type Following = ReturnType<typeof createFollowing>
