import { createMemo, createSignal, onCleanup } from 'solid-js'
import { aboutWords, placeInQueue, turnWords } from '../../api/rules/queue.ts'
import type { Clock } from './clock.ts'
import type { EventPage } from './event.ts'
import type { Feed } from './feed.ts'

/** A team's place in the running order, kept up to date: at once when the stage moves, and every few seconds by the clock. */
export function createTurn(
  { feed, page, clock }: { feed: Feed; page: EventPage; clock: Clock },
  entryId: () => string,
) {
  const [nowMs, setNowMs] = createSignal(clock.now())
  const ticking = setInterval(() => setNowMs(clock.now()), 5000)
  onCleanup(() => clearInterval(ticking))

  const place = createMemo(() => {
    const [stage, event] = [feed.stage(), page.event()]
    if (!stage || !event) return undefined
    const ids = page.entries().map((entry) => entry.id)
    return ids.includes(entryId())
      ? placeInQueue(entryId(), ids, event, stage, Math.max(nowMs(), clock.now()))
      : undefined
  })
  /** Two short sentences: how many turns, and about how long. */
  const words = createMemo(() => {
    const now = place()
    if (!now) return { turn: '', about: '' }
    if (now.is === 'been') return { turn: 'You have been on', about: 'Thank you. Now it is the others’ turn.' }
    if (now.is === 'over')
      return { turn: 'Scoring has closed', about: 'The result comes next, on the screen in the room.' }
    if (now.is === 'on-stage') return { turn: 'You are on stage', about: '' }
    const begun = feed.stage()?.onStage
    const turn = now.ahead === 1 ? (begun ? 'You are next' : 'You go first') : `You are ${turnWords(now.ahead)}`
    const about = now.aboutMs === null ? '' : aboutWords(now.aboutMs)
    return {
      turn: begun || now.ahead === 1 ? turn : `You are number ${now.ahead}`,
      about: about && `${about[0]?.toUpperCase()}${about.slice(1)}.`,
    }
  })
  return { place, words }
}
