import { createMemo, Show } from 'solid-js'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import { Qr } from '../../../web/ui/page/Qr.tsx'
import { Code } from '../../parts/Code.tsx'
import { FitText } from '../../parts/FitText.tsx'
import { Countdown } from '../parts/Countdown.tsx'
import { EventPicture } from '../parts/EventPicture.tsx'
import { NextLine } from '../parts/NextLine.tsx'
import type { StageProps } from '../stage-props.ts'
import './break.css'

export function Break(props: StageProps) {
  const untilMs = createMemo(() => {
    const untilAt = props.stage.pause?.untilAt
    return untilAt ? Date.parse(untilAt) : null
  })
  return (
    <div class="scene break" classList={{ 'with-picture': props.event.picture !== null }}>
      <p class="headline">
        <span class="chip">Break</span>
        <span class="dim one-line">{props.event.name}</span>
      </p>
      <div class="break-middle">
        <div class="break-words">
          <Show when={untilMs()} fallback={<h2 class="break-soon">Back soon</h2>}>
            {(until) => (
              <>
                <h2 class="break-back">
                  Back at <b class="figures">{clockTime(until())}</b>
                </h2>
                <Countdown class="break-count" before="We go on" toMs={until()} nowMs={props.nowMs} />
              </>
            )}
          </Show>
          <Show when={props.stage.pause?.message}>
            {(message) => (
              <FitText class="break-message" words={message()} largest={6.4} smallest={4}>
                {message()}
              </FitText>
            )}
          </Show>
        </div>
        <div class="break-side">
          <Show when={props.event.picture}>
            {(address) => <EventPicture class="break-picture" address={address()} />}
          </Show>
          <div class="break-code">
            <Qr class="qr" text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
            <Code event={props.event} />
          </div>
        </div>
      </div>
      <div class="foot">
        <NextLine stage={props.stage} />
      </div>
    </div>
  )
}
