import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../../api/rules/refusal.ts'
import { applyCue, freshShow, type MoveContext, type Show } from '../../../api/rules/show/apply-cue.ts'
import { calledOrOnDeckIds, type Deck, pageAt, viewSlides } from '../../../api/rules/show/slides.ts'
import type { Cue, CueName } from '../../../api/schema/cue.ts'

const startMs = Date.parse('2026-06-20T15:00:00Z')
const byHand: Deck = { pages: 5, everyMs: null }
const byItself: Deck = { pages: 20, everyMs: 20_000 }
const decks: Record<string, Deck> = { a: byHand, b: byItself, c: { pages: 0, everyMs: null } }
const contextAt = (seconds: number): MoveContext => ({
  entryIds: ['a', 'b', 'c'],
  skippedIds: [],
  showcaseIds: ['a', 'b', 'c'],
  onStageHasBallots: false,
  talkMs: () => 400_000,
  questionsMs: () => 120_000,
  deck: (id) => decks[id!] ?? { pages: 0, everyMs: null },
  revealSteps: 4,
  nowMs: startMs + seconds * 1000,
})
type Press = Cue | CueName
const press = (show: Show, given: Press, seconds = 0) =>
  applyCue(show, (typeof given === 'string' ? { cue: given } : given) as Cue, contextAt(seconds))
const play = (show: Show, ...presses: Press[]) => presses.reduce((before, given) => press(before, given), show)
const refusalOf = (show: Show, given: Press) => {
  try {
    press(show, given)
    return undefined
  } catch (refusal) {
    return (refusal as Refusal).code
  }
}
const view = (show: Show, seconds = 0) =>
  viewSlides(show, decks[show.onStageId ?? ''] ?? { pages: 0, everyMs: null }, startMs + seconds * 1000)
const slide = (page: number | 'next' | 'previous'): Cue => ({ cue: 'slide', page })

const open = play(freshShow(400_000), 'open-doors')
const onStage = (entryId: string) => play(open, { cue: 'call', entryId })
const shown = play(onStage('a'), 'show-slides')

describe('slides', () => {
  it('begin at their first page and go to any other', () => {
    expect(view(onStage('a'))).toBeNull()
    expect(view(shown)).toEqual({ page: 1, of: 5, turns: null })
    expect(view(play(shown, slide(4), slide(3)))).toEqual({ page: 3, of: 5, turns: null })
  })

  it('turn by one page for a remote control, from the page that is shown', () => {
    expect(view(play(shown, slide('next'), slide('next'), slide('previous')))).toMatchObject({ page: 2 })
    const third = press(play(onStage('b'), 'show-slides', 'start-timer'), slide('next'), 20)
    expect(view(third, 20)).toMatchObject({ page: 3 })
  })

  it.each<[string, Show, Press, string]>([
    ['need a team on stage', open, 'show-slides', 'nobody-on-stage'],
    ['are refused for a team that has none', onStage('c'), 'show-slides', 'no-slides'],
    ['do not turn while they are hidden', onStage('a'), slide(2), 'slides-hidden'],
    ['do not turn after they were hidden', play(shown, 'hide-slides'), slide(2), 'slides-hidden'],
    ['have no page after their last', shown, slide(6), 'no-such-slide'],
    ['have no next page at their last', play(shown, slide(5)), slide('next'), 'no-such-slide'],
    ['have no page before their first', shown, slide('previous'), 'no-such-slide'],
    ['are not shown once scoring has closed', play(shown, 'close-scoring'), 'show-slides', 'scoring-closed'],
  ])('%s', (_, show, given, code) => {
    expect(refusalOf(show, given)).toBe(code)
  })

  it.each<[Show, Press]>([
    [shown, 'show-slides'],
    [shown, slide(1)],
    [onStage('a'), 'hide-slides'],
  ])('stay as they are when a cue is already true', (show, given) => {
    expect(press(show, given)).toBe(show)
  })

  it.each<Press>(['next', 'close-scoring', 'open-showcase', { cue: 'call', entryId: 'c' }])(
    'leave the screen with their team at %o',
    (given) => {
      const after = play(shown, slide(3), given)
      expect(view(after)).toBeNull()
      if (after.phase === 'live') expect(view(play(after, { cue: 'call', entryId: 'a' }))).toBeNull()
    },
  )

  it('come back to their page after they were hidden, covered by a break or a dark screen, or followed by the code', () => {
    const third = play(shown, slide(3))
    for (const [cover, uncover] of [
      ['hide-slides', 'show-slides'],
      ['break', 'resume'],
      ['blank', 'resume'],
      ['blank', 'show-slides'],
      ['open-scoring', 'resume'],
      ['own-laptop', 'resume'],
    ] as const) {
      expect([cover, view(play(third, cover))]).toEqual([cover, null])
      expect([cover, view(play(third, cover, uncover))?.page]).toEqual([cover, 3])
    }
  })

  it('are undone page by page', () => {
    expect(view(play(shown, slide(2), slide(3), 'undo'))?.page).toBe(2)
    expect(view(play(shown, 'undo'))).toBeNull()
    expect(view(play(shown, slide(3), 'next', 'undo'))?.page).toBe(3)
  })

  it('end at the last page of a deck that has become shorter', () => {
    expect(viewSlides(play(shown, slide(5)), { pages: 2, everyMs: null }, startMs)).toMatchObject({ page: 2, of: 2 })
    expect(viewSlides(shown, { pages: 0, everyMs: null }, startMs)).toBeNull()
  })

  describe('that turn by themselves', () => {
    const waiting = play(onStage('b'), 'show-slides')
    const running = press(waiting, 'start-timer', 0)
    const pages = (show: Show, ...seconds: number[]) => seconds.map((at) => view(show, at)?.page)

    it('wait for the clock, then turn with it, and stop at the last', () => {
      expect(pages(waiting, 0, 100)).toEqual([1, 1])
      expect(pages(running, 0, 19.9, 20, 41, 379.9, 380, 9999)).toEqual([1, 1, 2, 3, 19, 20, 20])
    })

    it('stand while the clock stands, and while they are hidden', () => {
      const paused = press(running, 'pause-timer', 30)
      expect(pages(paused, 30, 300)).toEqual([2, 2])
      expect(pages(press(paused, 'start-timer', 300), 309, 310)).toEqual([2, 3])
      const hidden = press(running, 'hide-slides', 50)
      expect(pages(press(hidden, 'show-slides', 100), 100, 119, 120)).toEqual([3, 3, 4])
    })

    it('go on from a page that someone turned to', () => {
      expect(pages(press(running, slide(7), 25), 25, 44, 45, 65)).toEqual([7, 7, 8, 9])
    })

    it('keep their page during the questions, and begin again when the clock is reset', () => {
      const questions = press(running, { cue: 'start-timer', part: 'questions' }, 105)
      expect(pages(questions, 105, 200)).toEqual([6, 6])
      const reset = press(running, 'reset-timer', 105)
      expect(pages(reset, 105, 200)).toEqual([1, 1])
      expect(pages(press(reset, 'start-timer', 200), 219, 220)).toEqual([1, 2])
    })

    it('come on the same page from a snapshot as from the show, at any later moment', () => {
      const moment = fc.integer({ min: 0, max: 600 })
      fc.assert(
        fc.property(moment, moment, moment, fc.integer({ min: 1, max: 20 }), (turnedAt, readAt, laterBy, page) => {
          const show = press(running, slide(page), turnedAt)
          const snapshot = view(show, turnedAt + readAt)!
          const lateAt = turnedAt + readAt + laterBy
          expect(pageAt(snapshot, startMs + lateAt * 1000)).toBe(view(show, lateAt)!.page)
        }),
      )
    })
  })

  it('are for everyone once their team is on deck or has been on stage', () => {
    const order = ['a', 'b', 'c'].map((id) => ({ id, skipped: false }))
    expect([...calledOrOnDeckIds(freshShow(400_000), order)]).toEqual([])
    expect([...calledOrOnDeckIds(open, order)]).toEqual(['a'])
    expect([...calledOrOnDeckIds(shown, order)]).toEqual(['a', 'b'])
    expect([...calledOrOnDeckIds(play(shown, 'close-scoring'), order)]).toEqual(['a'])
  })
})
