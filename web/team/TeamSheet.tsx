import { createEffect, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { makeClock } from '../core/clock.ts'
import { createFeed } from '../core/feed/feed.ts'
import { followClock } from '../core/follow-clock.ts'
import { createLiveEvent } from '../core/live-event.ts'
import { openStorage } from '../core/storage.ts'
import { entryAddress, entryCodeWords, shortAddress } from '../core/words/code-words.ts'
import { createOwnPack } from '../pack/packs.ts'
import { EventDeleted } from '../ui/page/EventDeleted.tsx'
import { Qr } from '../ui/page/Qr.tsx'
import { ChallengesForm } from './ChallengesForm.tsx'
import { EntryForm } from './EntryForm.tsx'
import { OwnPages } from './OwnPages.tsx'
import { createOwnChallenges } from './own-challenges.ts'
import { createOwnEntry, type OwnEntry } from './own-entry.ts'
import { createQueuePosition } from './queue-position.ts'
import { ReadyButton } from './ReadyButton.tsx'
import { SlidesSection } from './SlidesSection.tsx'
import { TeamClock } from './TeamClock.tsx'
import { TeamResult } from './TeamResult.tsx'
import * as styles from './team.module.css'

export function TeamSheet(props: { slug: string; own: OwnEntry }) {
  const liveEvent = createLiveEvent(props.slug, { storage: openStorage() })
  const feed = createFeed(props.slug, { as: 'team', counts: 'off' })
  const clock = makeClock()
  followClock(clock, feed)
  liveEvent.follow(feed)
  const own = createOwnEntry(props.slug, props.own, feed, liveEvent)
  const challenges = createOwnChallenges(props.slug, own, liveEvent)
  const result = createOwnPack(props.slug, own.id, feed)
  const { place, words } = createQueuePosition({ feed, liveEvent, clock }, () => own.id)
  const phase = () => feed.stage()?.phase ?? liveEvent.event()?.phase
  const final = () => phase() === 'final'
  const isWaiting = () =>
    phase() === 'live' && !feed.stage()?.showcase && (place()?.is === 'waiting' || place()?.is === 'aside')
  const fixed = () => {
    if (phase() === 'revealing') return 'The reveal has begun, so your entry stays as it is.'
    if (liveEvent.event()?.entriesFrozen)
      return 'Entries can no longer be changed. Is something wrong? The organiser can still correct it.'
    return ''
  }

  const challengesFixed = () => {
    if (phase() === 'closed' || phase() === 'revealing')
      return 'Scoring has closed, so your challenges stay as they are.'
    return liveEvent.event()?.entriesFrozen
      ? 'The organiser has closed the entries, so your challenges stay as they are.'
      : ''
  }

  onMount(clock.sync)
  onCleanup(clock.stop)
  createEffect(() => {
    document.title = `${own.entry().team}: Demo Hour`
  })

  return (
    <Show when={!feed.gone()} fallback={<EventDeleted name={liveEvent.event()?.name} />}>
      <header class="band">
        <div class="band-line">
          <span dir="auto">{liveEvent.event()?.name}</span>
          <span>{feed.connected() || !feed.stage() ? '' : 'Reconnecting…'}</span>
        </div>
        <h1 dir="auto" classList={{ long: own.entry().team.length > 40 }}>
          {own.entry().team}
        </h1>
        <p dir="auto">{own.entry().title}</p>
        <p class={styles.turn} role="status">
          <Show when={!final()} fallback={<strong>The result is out</strong>}>
            <strong>{words().turn}</strong>
            <br />
            {words().about}
          </Show>
        </p>
      </header>
      <main class="sheet">
        <Switch>
          <Match when={place()?.is === 'on-stage' && feed.stage()}>
            {(stage) => (
              <>
                <TeamClock clock={clock} timer={stage().timer} />
                <OwnPages slug={props.slug} stage={stage()} clock={clock} />
              </>
            )}
          </Match>
          <Match when={isWaiting()}>
            <ReadyButton own={own} />
          </Match>
          <Match when={final() && result.pack() && liveEvent.event()}>
            {(event) => <TeamResult slug={props.slug} event={event()} pack={result.pack()!} onAgain={result.read} />}
          </Match>
          <Match when={final()}>
            <a class="button" href={`/e/${props.slug}`}>
              See the result
            </a>
          </Match>
        </Switch>
        <Show when={!final()}>
          <EntryForm own={own} fixed={fixed()} />
          <SlidesSection slug={props.slug} own={own} fixed={fixed()} />
          <ChallengesForm own={challenges} fixed={challengesFixed()} />
          <Show when={liveEvent.event()}>
            {(event) => (
              <section>
                <h2>Your code</h2>
                <Qr
                  class={styles.codeQr}
                  text={entryAddress(event(), own.entry())}
                  label={`Code for ${entryAddress(event(), own.entry())}`}
                />
                <p>
                  Judges scan it to score you, and everyone else to read about you.
                  <br />
                  {shortAddress(event().joinUrl)} · code <strong>{entryCodeWords(event(), own.entry())}</strong>
                </p>
              </section>
            )}
          </Show>
          <a class="button quiet" href={`/e/${props.slug}`}>
            Follow the event
          </a>
        </Show>
        <p class="dim">
          <a href={`/e/${props.slug}/privacy`}>Your data</a>
        </p>
      </main>
    </Show>
  )
}
