import { createEffect, createMemo, Match, Show, Switch } from 'solid-js'
import { createWakeLock } from '../../web/core/browser/wake-lock.ts'
import { zoneWarning } from '../../web/core/words/zone-words.ts'
import { ClockControls } from './ClockControls.tsx'
import * as deskStyles from './desk.module.css'
import { createDesk } from './desk.ts'
import { FilmForm } from './film/FilmForm.tsx'
import { AllKeys } from './keys/AllKeys.tsx'
import { KeyLine } from './keys/KeyLine.tsx'
import { createKeys } from './keys/keys.ts'
import { NextCard } from './next/NextCard.tsx'
import type { Notice } from './notice.ts'
import { planShow } from './order/plan.ts'
import { RunningOrder } from './order/RunningOrder.tsx'
import { SlotForm } from './order/SlotForm.tsx'
import { TeamForm } from './order/TeamForm.tsx'
import { Panel } from './panel/Panel.tsx'
import { RevealControl } from './RevealControl.tsx'
import { RoomView } from './RoomView.tsx'
import { Screens } from './Screens.tsx'
import * as showStyles from './show.module.css'
import { ShowcaseForm } from './showcase/ShowcaseForm.tsx'
import { SlidesControl } from './slides/SlidesControl.tsx'
import { TopBar } from './TopBar.tsx'
import { BreakForm } from './tray/BreakForm.tsx'
import { CaptionForm } from './tray/CaptionForm.tsx'
import { MessageForm } from './tray/MessageForm.tsx'
import { Tools } from './tray/Tools.tsx'
import * as trayStyles from './tray/tray.module.css'

const planEveryMs = 1000

export function DeskScreen(props: { slug: string }) {
  const desk = createDesk(props.slug)
  const keys = createKeys(desk)
  createWakeLock()
  const second = createMemo(() => Math.floor(desk.nowMs() / planEveryMs) * planEveryMs)
  const plan = createMemo(() => {
    const event = desk.liveEvent.event()
    const stage = desk.stage()
    if (!event || !stage || !desk.expectsStageShow()) return undefined
    return planShow(desk.order.entries(), event, stage, second())
  })
  const presenting = () => desk.stage()?.phase === 'live' && desk.stage()?.onStage !== null
  const zoneNotice = createMemo((): Notice | undefined => {
    const words = zoneWarning('laptop', second())
    return words ? { words, tone: 'problem' } : undefined
  })
  let trayPlace: HTMLDivElement | undefined
  // Beside slides a tray may open below the edge of a small laptop's screen.
  createEffect(() => desk.tray() && trayPlace?.scrollIntoView({ block: 'nearest' }))
  createEffect(() => {
    const event = desk.liveEvent.event()
    if (event) document.title = `${event.name} · desk`
  })
  return (
    <Show when={!desk.gone()} fallback={<EventDeleted />}>
      <div class={deskStyles.desk} data-screen="desk">
        <TopBar desk={desk} plan={plan()} />
        <RunningOrder desk={desk} plan={plan()} />
        <main class={showStyles.middle}>
          <Show when={desk.stage()} fallback={<p class="dim">Reaching the server…</p>}>
            {(stage) => (
              <>
                <div class={showStyles.views} classList={{ [showStyles.alone]: !presenting() }}>
                  <RoomView desk={desk} />
                  <Show when={presenting()}>
                    <ClockControls desk={desk} stage={stage()} />
                  </Show>
                </div>
                <Show
                  when={stage().phase === 'setup' || stage().phase === 'live'}
                  fallback={<RevealControl desk={desk} stage={stage()} />}
                >
                  <NextCard desk={desk} stage={stage()} />
                </Show>
                <SlidesControl desk={desk} stage={stage()} />
                <p class={showStyles.notice} role="status" data-tone={(desk.notice() ?? zoneNotice())?.tone}>
                  {(desk.notice() ?? zoneNotice())?.words}
                </p>
                <div class={trayStyles.trayPlace} ref={trayPlace}>
                  <Switch>
                    <Match when={desk.tray() === 'message'}>
                      <MessageForm desk={desk} />
                    </Match>
                    <Match when={desk.tray() === 'break'}>
                      <BreakForm desk={desk} />
                    </Match>
                    <Match when={desk.tray() === 'film'}>
                      <FilmForm desk={desk} stage={stage()} />
                    </Match>
                    <Match when={desk.tray() === 'captions'}>
                      <CaptionForm desk={desk} />
                    </Match>
                    <Match when={desk.tray() === 'showcase'}>
                      <ShowcaseForm desk={desk} />
                    </Match>
                    <Match when={desk.slot()}>{(entry) => <SlotForm desk={desk} entry={entry()} />}</Match>
                    <Match when={desk.tray() === 'team'}>
                      <TeamForm desk={desk} />
                    </Match>
                    <Match when={desk.tray() === 'screens'}>
                      <Screens desk={desk} />
                    </Match>
                  </Switch>
                </div>
                <Tools desk={desk} stage={stage()} />
              </>
            )}
          </Show>
        </main>
        <Panel desk={desk} />
        <KeyLine desk={desk} />
        <AllKeys desk={desk} keys={keys} />
      </div>
    </Show>
  )
}

function EventDeleted() {
  return (
    <main class={deskStyles.access}>
      <h1>This event has been deleted</h1>
      <p>Its organiser has deleted it. There is nothing more to do here.</p>
    </main>
  )
}
