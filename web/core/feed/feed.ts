import { type Accessor, batch, createSignal, onCleanup } from 'solid-js'
import type { DeskUpdate, StageSnapshot, YouUpdate } from '../../../api/schema/stage.ts'
import { api, ask } from '../api.ts'
import { openEventSource } from './event-source.ts'
import { createFeedReader } from './feed-reader.ts'
import type { FeedState } from './feed-state.ts'
import type { FeedTransport } from './feed-transport.ts'
import { followPage } from './follow-page.ts'
import { serverAnswers } from './server-answers.ts'

export type FeedOptions = {
  as?: 'judge' | 'team' | 'organiser'
  /** `off` for phones: no update when only the count of ballots changed, and a slower heartbeat. */
  counts?: 'off'
}

export type Feed = {
  stage: Accessor<StageSnapshot | undefined>
  desk: Accessor<DeskUpdate | undefined>
  you: Accessor<YouUpdate | undefined>
  gone: Accessor<boolean>
  connected: Accessor<boolean>
  adoptStage(stage: StageSnapshot): void
}

export function createFeedTransport(slug: string, options: FeedOptions): FeedTransport {
  const query = new URLSearchParams(options as Record<string, string>)
  const address = `/api/events/${encodeURIComponent(slug)}/feed?${query}`
  return {
    openStream: (listener) => openEventSource(address, listener),
    readStage: () => ask(api.events[':slug'].stage.$get({ param: { slug } }, { init: { cache: 'no-store' } })),
    serverAnswers,
  }
}

/** Reloads a page that was opened before the rehearsal began, so that it carries the mark. */
function reloadWithMark() {
  const query = new URLSearchParams(location.search)
  // Reload once only, or a page without the mark would reload for ever.
  if (document.querySelector('.rehearsal-mark') || query.has('marked')) return
  query.set('marked', '')
  location.search = query.toString()
}

export function createFeed(slug: string, options: FeedOptions = {}): Feed {
  const [stage, setStage] = createSignal<StageSnapshot>()
  const [desk, setDesk] = createSignal<DeskUpdate>()
  const [you, setYou] = createSignal<YouUpdate>()
  const [connected, setConnected] = createSignal(false)
  const [gone, setGone] = createSignal(false)
  const isVisible = () => document.visibilityState === 'visible'

  const onChange = (state: FeedState) =>
    batch(() => {
      if (state.stage?.rehearsal && state.stage !== stage()) reloadWithMark()
      setConnected(state.connected)
      setGone(state.gone)
      setStage(state.stage)
      setDesk(state.desk)
      setYou(state.you)
    })

  const reader = createFeedReader({
    transport: createFeedTransport(slug, options),
    phone: options.counts === 'off',
    visible: isVisible(),
    onChange,
  })
  const showOrHide = () => reader.setVisible(isVisible())
  addEventListener('online', reader.wake)
  addEventListener('offline', reader.lose)
  const unfollowPage = followPage(reader)
  document.addEventListener('visibilitychange', showOrHide)
  onCleanup(() => {
    reader.close()
    removeEventListener('online', reader.wake)
    removeEventListener('offline', reader.lose)
    unfollowPage()
    document.removeEventListener('visibilitychange', showOrHide)
  })
  return { stage, desk, you, gone, connected, adoptStage: reader.adopt }
}
