import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { createMemo, createSignal, Match, onMount, Show, Switch } from 'solid-js'
import { cacheShell } from '../core/browser/offline-shell.ts'
import { createLiveEvent } from '../core/live-event.ts'
import { slugOfPage } from '../core/page-address.ts'
import { openStorage } from '../core/storage.ts'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { JudgingPage } from './JudgingPage.tsx'
import { JoinForm } from './join/JoinForm.tsx'
import { createJudgeSession } from './join/judge-session.ts'
import { TeamWarning } from './join/TeamWarning.tsx'

export function JudgePage() {
  const slug = slugOfPage()
  const storage = openStorage()
  const liveEvent = createLiveEvent(slug, { storage })
  const session = createJudgeSession(slug, storage)
  const room = `/e/${slug}`
  const name = () => liveEvent.event()?.name
  const closed = () => liveEvent.event() && liveEvent.event()?.phase !== 'setup' && liveEvent.event()?.phase !== 'live'
  const inside = createMemo(() => (session.state() === 'inside' && liveEvent.event() ? session.judge() : undefined))
  const judgeId = createMemo(() => inside()?.id)
  const [judgesAllTheSame, setJudgesAllTheSame] = createSignal(false)

  onMount(() => {
    session.load()
    cacheShell()
  })

  return (
    // The same as judge.html shows before its script has loaded, so that nothing moves.
    <Switch fallback={<PageNotice title="One moment…" />}>
      <Match when={!liveEvent.event() && liveEvent.problem()?.code === 'no-such-event'}>
        <PageNotice title="There is no event at this address">
          <p>Check the address, or enter the code that is on the screen in the room.</p>
          <a class="button" href="/">
            Enter the code
          </a>
        </PageNotice>
      </Match>
      <Match when={!liveEvent.event() && liveEvent.problem()}>
        {(no) => (
          <PageNotice title="This phone cannot reach the event">
            <p>{no().title}. Nothing is lost; try again when you are back online.</p>
            <button class="button" type="button" onClick={() => location.reload()}>
              Try again
            </button>
          </PageNotice>
        )}
      </Match>
      <Match when={session.state() === 'locked'}>
        <PageNotice over={name()} title="Your link no longer works">
          <p>Please ask the organiser for a new personal link and open it on this phone.</p>
          <p>Your scores are safe on this phone and on the server.</p>
          <a class="button" href={room}>
            Follow the event
          </a>
          <button class="button quiet" type="button" onClick={() => session.reset()}>
            I am somebody else
          </button>
        </PageNotice>
      </Match>
      <Match when={judgeId()} keyed>
        {(_id) => (
          <Show when={inside()}>
            {(judge) => (
              <JudgingPage slug={slug} judge={judge()} session={session} liveEvent={liveEvent} storage={storage} />
            )}
          </Show>
        )}
      </Match>
      <Match when={session.state() === 'outside' && liveEvent.event()}>
        {(event) => (
          <Switch
            fallback={
              <PageNotice over={event().name} title="Judge with us">
                <Show
                  when={!session.hasTeamKey() || judgesAllTheSame()}
                  fallback={<TeamWarning slug={slug} onContinue={() => setJudgesAllTheSame(true)} />}
                >
                  <p>No account, no app. Your name is enough.</p>
                  <JoinForm session={session} />
                </Show>
              </PageNotice>
            }
          >
            <Match when={closed()}>
              <PageNotice over={event().name} title="Scoring has closed">
                <p>Thank you for coming. The result is shown on the screen in the room.</p>
                <a class="button" href={room}>
                  Follow the event
                </a>
              </PageNotice>
            </Match>
            <Match when={event().admission === 'link'}>
              <PageNotice over={event().name} title="Judges come in by a personal link">
                <p>Please ask the organiser for yours and open it on this phone.</p>
                <a class="button" href={room}>
                  Follow the event
                </a>
              </PageNotice>
            </Match>
          </Switch>
        )}
      </Match>
    </Switch>
  )
}
