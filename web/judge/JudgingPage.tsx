import { type ComponentProps, createEffect, createMemo, createSignal, Match, onMount, Show, Switch } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Judge } from '../../api/schema/judge.ts'
import type { Saving } from '../ballot/saving.ts'
import { reserveScrollRoom } from '../core/browser/scroll-room.ts'
import type { LiveEvent } from '../core/live-event.ts'
import type { Storage } from '../core/storage.ts'
import { SavingBar } from '../ui/ballot/SavingBar.tsx'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { BallotSheet } from './ballot/BallotSheet.tsx'
import { createInterests } from './ballot/conflicts-of-interest.ts'
import { InterestsSheet } from './ballot/InterestsSheet.tsx'
import { createFollowing } from './following.ts'
import type { JudgeSession } from './join/judge-session.ts'
import { StartSheet } from './join/StartSheet.tsx'
import * as styles from './judge.module.css'
import { createJudging } from './judging.ts'
import { NowOnStage } from './NowOnStage.tsx'
import { TeamsSheet } from './TeamsSheet.tsx'

const practiceSaving: Saving = { kind: 'none', text: 'Practice: nothing is sent' }
const warmUpSaving: Saving = { kind: 'none', text: 'Warm-up: nothing is sent' }

type OptionalParts = typeof import('./optional-parts.ts')

type Props = { slug: string; judge: Judge; session: JudgeSession; liveEvent: LiveEvent; storage: Promise<Storage> }

export function JudgingPage(props: Props) {
  const judging = createJudging(props)
  const interests = createInterests(judging, props.storage)
  const following = createFollowing(judging)
  const name = () => props.liveEvent.event()?.name
  const viewedId = createMemo(() => {
    const view = following.view()
    return view.on === 'ballot' ? judging.entry(view.entryId)?.id : undefined
  })
  const warmUp = createMemo(() => {
    const entry = judging.entry(viewedId() ?? '')
    return entry?.warmUp ? entry : undefined
  })
  const scoring = () => judging.phase() === 'live' && !judging.gone()
  const practising = () => following.view().on === 'practice' && !judging.gone()
  const leavePractice = () => history.back()
  const [optional, setOptional] = createSignal<OptionalParts>()
  // Not before the server has answered: browsers remember a failed import until the page is loaded again, and a page that starts without a
  // network would have no practice and no "other phone" for the rest of the day.
  createEffect(() => {
    if ((props.liveEvent.fresh() || judging.gone()) && !optional())
      import('./optional-parts.ts').then(setOptional, () => {})
  })
  createEffect(() => optional()?.showCaptions(judging))
  const practice = (about: ComponentProps<OptionalParts['PracticeSheet']>) => (
    <Show when={optional()} keyed>
      {({ PracticeSheet }) => <PracticeSheet {...about} />}
    </Show>
  )

  const whereNext = () => (
    <Show when={optional()} keyed>
      {({ WhereNext }) => <WhereNext judging={judging} following={following} />}
    </Show>
  )

  const inside = () => judging.judge().status === 'admitted' && !interests.open() && scoring()

  return (
    <>
      <Show when={inside() && (!viewedId() || warmUp()) && following.elsewhere()}>
        <section
          class={styles.ballotHeader}
          aria-label="On stage"
          ref={(banner) => onMount(() => reserveScrollRoom(banner, 'top'))}
        >
          <NowOnStage following={following} />
        </section>
      </Show>
      <Switch fallback={<StartSheet judging={judging} following={following} whereNext={whereNext()} />}>
        <Match when={judging.gone() || judging.judge().status === 'removed'}>
          <Show
            when={optional()}
            keyed
            fallback={
              <PageNotice
                over={name()}
                title={judging.gone() ? 'This event has been deleted' : 'Thank you for your help'}
              />
            }
          >
            {({ JudgingEnded }) => <JudgingEnded judging={judging} />}
          </Show>
        </Match>
        <Match when={judging.judge().status === 'waiting'}>
          <PageNotice over={name()} title={`Welcome, ${judging.judge().name}`}>
            <p>The desk will let you in in a moment. This page goes on by itself.</p>
            <p class="dim">Nothing happens? Wave to the desk, or give your name there.</p>
          </PageNotice>
        </Match>
        <Match when={interests.pending()}>
          <main class="sheet" aria-busy="true" />
        </Match>
        <Match when={interests.open()}>
          <InterestsSheet judging={judging} interests={interests} />
        </Match>
        <Match when={viewedId()} keyed>
          {(entryId) => (
            <Show
              when={warmUp()}
              fallback={
                <BallotSheet entryId={entryId} judging={judging} following={following} whereNext={whereNext()} />
              }
            >
              {(entry) => <>{practice({ judging, warmUp: entry() })}</>}
            </Show>
          )}
        </Match>
        <Match when={judging.phase() && !scoring() && judging.phase() !== 'setup'}>
          <Show when={optional()} keyed fallback={<PageNotice over={name()} title="Scoring has closed" />}>
            {({ ClosedSheet }) => <ClosedSheet judging={judging} following={following} />}
          </Show>
        </Match>
        <Match when={practising()}>{practice({ judging, onLeave: leavePractice })}</Match>
        <Match when={following.view().on === 'teams'}>
          <TeamsSheet judging={judging} following={following}>
            <Show when={optional()} keyed>
              {({ JudgeDetails }) => <JudgeDetails judging={judging} />}
            </Show>
          </TeamsSheet>
        </Match>
      </Switch>
      <Show when={judging.judge().status === 'admitted' && practising() && !interests.open()}>
        <SavingBar saving={practiceSaving} action="Leave practice" onOpen={leavePractice} />
      </Show>
      <Show when={judging.judge().status === 'admitted' && scoring() && !practising() && !interests.open()}>
        <SavingBar
          saving={warmUp() ? warmUpSaving : judging.saving()}
          action={judging.unfinishedWords()}
          onOpen={() => following.open({ on: 'teams' })}
        >
          <p role="status">
            {judging.reopened().length > 0 &&
              `The questions have changed. Please look at ${countOf(judging.reopened().length, 'team')} again.`}
          </p>
        </SavingBar>
      </Show>
      <p class="spoken" role="status">
        {following.announcement()}
      </p>
    </>
  )
}
