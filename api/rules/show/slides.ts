import type { Slides } from '../../schema/entry.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { refuse } from '../refusal.ts'
import { nextEntryId } from './running-order.ts'
import { type MoveContext, type Show, type StageSlides, stageHistory } from './show.ts'
import { isRunning, type Timer } from './stage-timer.ts'

/** How the pages of the entry on stage are shown. `everyMs`: null where pages turn by hand. */
export type Deck = { pages: number; everyMs: number | null }
type Entry = { id: string; skipped: boolean }

/** The entries whose pages and film everyone may read: those that have been called, and the one on deck. */
export function calledOrOnDeckIds(show: Show, order: readonly Entry[]): Set<string> {
  const onDeckId = show.phase === 'live' ? nextEntryId(order, stageHistory(show)) : undefined
  return new Set([...show.shownIds, ...(onDeckId === undefined ? [] : [onDeckId])])
}

export function showSlides(show: Show, context: MoveContext): Show {
  checkDeck(show, context)
  const { slides } = show
  if (show.scene === 'on-stage' && slides && !slides.hidden) return show
  const { page } = slides ?? { page: 1 }
  const fromMs = elapsedMs(show.timer, context.nowMs)
  const shown = { page, fromMs: slides && !slides.hidden ? slides.fromMs : fromMs, hidden: false }
  return { ...show, scene: 'on-stage', sceneBefore: 'on-stage', pause: null, slides: shown }
}

/** The next `show-slides` of the same turn shows the same page. */
export function hideSlides(show: Show, context: MoveContext): Show {
  const { slides } = show
  if (!slides || slides.hidden) return show
  return { ...show, slides: { ...settled(slides, show, context), hidden: true } }
}

export function turnTo(show: Show, wanted: number | 'next' | 'previous', context: MoveContext): Show {
  const deck = checkDeck(show, context)
  const { slides } = show
  if (!slides || slides.hidden) refuse('slides-hidden')
  const current = pageNow(slides, show.timer, deck, context.nowMs)
  const page = wanted === 'next' ? current + 1 : wanted === 'previous' ? current - 1 : wanted
  if (page < 1) refuse('no-such-slide', 'This is the first page')
  if (page > deck.pages) refuse('no-such-slide', `These slides end at page ${deck.pages}`)
  if (page === current) return show
  return { ...show, slides: { page, fromMs: elapsedMs(show.timer, context.nowMs), hidden: false } }
}

/** The pages when the talk gives way to questions: the page stays, since the clock of the other part starts at zero. */
export function slidesOfOtherPart(show: Show, context: MoveContext): Show['slides'] {
  return show.slides ? { ...settled(show.slides, show, context), fromMs: 0 } : null
}

/** With the clock, pages that turn by themselves return to the first. */
export function slidesAtReset({ slides, onStageId }: Show, context: MoveContext): Show['slides'] {
  if (!slides) return null
  const { everyMs } = context.deck(onStageId)
  return { ...slides, fromMs: 0, page: everyMs === null ? slides.page : 1 }
}

/**
 * The page that is on the screen, computed from the talk's clock: no server has to wake up to turn it. `turns`: when the next page comes, for
 * screens, which turn it by the server's time.
 */
export function viewSlides(show: Show, deck: Deck, nowMs: number): StageSnapshot['slides'] {
  const { slides, timer } = show
  if (!slides || slides.hidden || show.scene !== 'on-stage' || deck.pages === 0) return null
  const page = pageNow(slides, timer, deck, nowMs)
  return { page, of: deck.pages, turns: page < deck.pages ? nextTurn(slides, timer, deck, nowMs) : null }
}

/** The page at a moment after the snapshot was made. */
export function pageAt({ page, of, turns }: NonNullable<StageSnapshot['slides']>, nowMs: number): number {
  if (turns === null) return page
  const lateMs = nowMs - Date.parse(turns.at)
  return lateMs < 0 ? page : Math.min(of, page + 1 + Math.floor(lateMs / turns.everyMs))
}

export const deckOf = ({ slides, pageSeconds }: { slides: Slides | null; pageSeconds: number | null }): Deck => ({
  pages: slides?.pages ?? 0,
  everyMs: pageSeconds === null ? null : pageSeconds * 1000,
})

function checkDeck({ onStageId }: Show, context: MoveContext): Deck {
  if (onStageId === null) refuse('nobody-on-stage')
  const deck = context.deck(onStageId)
  if (deck.pages === 0) refuse('no-slides')
  return deck
}

function settled(slides: StageSlides, { timer, onStageId }: Show, { deck, nowMs }: MoveContext): StageSlides {
  return { ...slides, page: pageNow(slides, timer, deck(onStageId), nowMs), fromMs: elapsedMs(timer, nowMs) }
}

function pageNow(slides: StageSlides, timer: Timer, deck: Deck, nowMs: number): number {
  return Math.max(1, Math.min(deck.pages, slides.page + turnsSince(slides, timer, deck, nowMs)))
}

function turnsSince({ fromMs }: StageSlides, timer: Timer, { everyMs }: Deck, nowMs: number): number {
  if (everyMs === null || timer.part !== 'talk') return 0
  return Math.max(0, Math.floor((elapsedMs(timer, nowMs) - fromMs) / everyMs))
}

function nextTurn(slides: StageSlides, timer: Timer, deck: Deck, nowMs: number) {
  const { everyMs } = deck
  if (everyMs === null || timer.part !== 'talk' || !isRunning(timer)) return null
  const turns = turnsSince(slides, timer, deck, nowMs) + 1
  const atMs = Date.parse(timer.startedAt!) + timer.pausedMs + slides.fromMs + turns * everyMs
  return { at: new Date(atMs).toISOString(), everyMs }
}

function elapsedMs({ startedAt, pausedAt, pausedMs }: Timer, nowMs: number): number {
  if (startedAt === null) return 0
  return Math.max(0, (pausedAt === null ? nowMs : Date.parse(pausedAt)) - Date.parse(startedAt) - pausedMs)
}
