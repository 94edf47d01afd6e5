import { createMemo, createSignal, onCleanup } from 'solid-js'
import { aboutWords, placeInQueue, turnWords } from '../../api/rules/show/queue.ts'
import { expectsStageShow } from '../../api/rules/show/showcase.ts'
import { ordinal } from '../../api/rules/words/ordinal.ts'
import type { Clock } from '../core/clock.ts'
import { eventZone } from '../core/event-zone.ts'
import type { Feed } from '../core/feed/feed.ts'
import type { LiveEvent } from '../core/live-event.ts'
import { startWords } from '../core/words/event-words.ts'
import { placeOf } from '../core/words/place-words.ts'

type Options = { feed: Feed; liveEvent: LiveEvent; clock: Clock }

export function createQueuePosition({ feed, liveEvent, clock }: Options, entryId: () => string) {
  const [nowMs, setNowMs] = createSignal(clock.now())
  const ticking = setInterval(() => setNowMs(clock.now()), 5000)
  onCleanup(() => clearInterval(ticking))

  const place = createMemo(() => {
    const [stage, event] = [feed.stage(), liveEvent.event()]
    if (!stage || !event) return undefined
    const order = liveEvent.entries().map((entry) => ({ ...entry, shown: liveEvent.calledIds().has(entry.id) }))
    if (!order.some((entry) => entry.id === entryId())) return undefined
    return placeInQueue(entryId(), order, event, stage, Math.max(nowMs(), clock.now()))
  })
  const words = createMemo(() => {
    const now = place()
    if (!now) return { turn: '', about: '' }
    const showcase = feed.stage()?.showcase
    const own = liveEvent.entries().find((entry) => entry.id === entryId())
    const event = liveEvent.event()!
    if (showcase && now.is !== 'over') {
      const scored = event.scoring === 'any-order' && own?.warmUp === false
      return {
        turn: 'The showcase is on',
        about: scored
          ? 'Please stay at your table: judges come round and score you there.'
          : 'Please stay at your table: people come round.',
      }
    }
    if (now.is === 'waiting' && !expectsStageShow(event, liveEvent.calledIds().size > 0))
      return liveEvent.openIds().size > 0
        ? { turn: 'The showcase is over', about: 'Thank you. Please stay in the room.' }
        : { turn: 'You are in the showcase', about: 'Please be at your table when it opens.' }
    if (now.is === 'been') return { turn: 'You have been on', about: 'Thank you. Now it is the others’ turn.' }
    if (now.is === 'over')
      return { turn: 'Scoring has closed', about: 'The result comes next, on the screen in the room.' }
    if (now.is === 'on-stage') return { turn: 'You are on stage', about: '' }
    if (now.is === 'aside')
      return { turn: 'You are not in the queue now', about: 'The desk calls you on when you are ready.' }
    const number = (own && placeOf(own, liveEvent.entries())) || now.ahead
    const before = now.ahead === 1 ? 'You are the first to go on' : `You go on ${ordinal(number)}`
    const turn = feed.stage()?.onStage ? `You are ${turnWords(now.ahead)}` : before
    return { turn, about: now.aboutMs === null ? '' : whenWords(now.aboutMs, nowMs()) }
  })
  return { place, words }
}

function whenWords(aboutMs: number, nowMs: number): string {
  const about = aboutWords(aboutMs)
  if (about) return about.replace(/^about/, 'In about').replace(/^any/, 'Any')
  const at = new Date(Math.round((nowMs + aboutMs) / 60_000) * 60_000)
  return `Planned for ${startWords({ startsAt: at.toISOString(), timeZone: eventZone() ?? null })}`
}
