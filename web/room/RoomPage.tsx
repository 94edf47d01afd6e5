import '../ui/styles/wide-font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { createEffect, createMemo, Match, onMount, Show, Switch } from 'solid-js'
import { isGalleryPublic } from '../../api/rules/event/gallery.ts'
import { expectsStageShow } from '../../api/rules/show/showcase.ts'
import type { Event } from '../../api/schema/event.ts'
import { cacheShell } from '../core/browser/offline-shell.ts'
import { createFeed } from '../core/feed/feed.ts'
import { createLiveEvent } from '../core/live-event.ts'
import { slugOfPage } from '../core/page-address.ts'
import { openStorage } from '../core/storage.ts'
import { EventDeleted } from '../ui/page/EventDeleted.tsx'
import { LineUp } from './LineUp.tsx'
import { ResultSheet } from './ResultSheet.tsx'
import { RevealedSteps } from './RevealedSteps.tsx'
import { RoomCaptions } from './RoomCaptions.tsx'
import { RoomHeader } from './RoomHeader.tsx'
import { createResult } from './result.ts'
import * as styles from './room.module.css'

export function RoomPage() {
  const slug = slugOfPage()
  const liveEvent = createLiveEvent(slug, { storage: openStorage() })
  const feed = createFeed(slug, { counts: 'off' })
  liveEvent.follow(feed)
  const { stage, calledIds, onStage } = liveEvent
  const result = createResult(slug, feed)
  const phase = createMemo(() => stage()?.phase ?? liveEvent.event()?.phase)
  const scoring = () => phase() === 'setup' || phase() === 'live'

  const expectsTurns = (event: Event) => !stage()?.showcase && expectsStageShow(event, calledIds().size > 0)

  onMount(cacheShell)
  createEffect(() => {
    const event = liveEvent.event()
    if (event) document.title = event.name
  })

  return (
    <Switch>
      <Match when={!liveEvent.event() && liveEvent.problem()}>
        {(no) => (
          <>
            <header class="band">
              <h1>
                {no().code === 'no-such-event'
                  ? 'There is no event at this address'
                  : 'This phone cannot reach the event'}
              </h1>
            </header>
            <main class="sheet">
              <p>Check the address and the connection, or enter the code that is on the screen in the room.</p>
              <a class="button" href="/">
                Enter the code
              </a>
            </main>
          </>
        )}
      </Match>
      <Match when={feed.gone() && liveEvent.event()}>{(event) => <EventDeleted name={event().name} />}</Match>
      <Match when={liveEvent.event()}>
        {(event) => (
          <>
            <RoomHeader
              event={event()}
              stage={stage()}
              onStage={onStage()}
              connected={feed.connected()}
              entries={liveEvent.entries()}
            />
            <main class="sheet">
              <Show when={scoring()}>
                <p class={styles.judgeLink}>
                  <a href={`/e/${slug}/judge`}>I am a judge</a>
                </p>
              </Show>
              <Switch
                fallback={
                  <LineUp
                    event={event()}
                    entries={liveEvent.entries()}
                    onStage={stage()?.scene === 'break' ? undefined : onStage()}
                    onDeck={expectsTurns(event()) ? stage()?.onDeck : null}
                    calledIds={calledIds()}
                  />
                }
              >
                <Match when={phase() === 'final' && result()}>
                  {(all) => (
                    <ResultSheet
                      event={event()}
                      result={all()}
                      entries={liveEvent.entries()}
                      criteria={event().criteria}
                    />
                  )}
                </Match>
                <Match when={(phase() === 'revealing' || phase() === 'final') && stage()}>
                  {(now) => (
                    <RevealedSteps reveal={now().reveal} entries={liveEvent.entries()} criteria={event().criteria} />
                  )}
                </Match>
              </Switch>
              <RoomCaptions slug={slug} available={event().captions} connected={feed.connected()} />
              <Show when={isGalleryPublic({ ...event(), phase: phase() ?? event().phase })}>
                <a class="button quiet" href={`/e/${slug}/showcase`}>
                  All teams and what they made
                </a>
              </Show>
              <p class="dim">
                <a href={`/e/${slug}/privacy`}>Your data</a> <a href="/accessibility">Accessibility</a>
              </p>
            </main>
          </>
        )}
      </Match>
    </Switch>
  )
}
