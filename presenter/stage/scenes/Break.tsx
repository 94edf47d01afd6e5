import { createMemo, Show } from 'solid-js'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import { zoneWords } from '../../../web/core/words/zone-words.ts'
import { Qr } from '../../../web/ui/page/Qr.tsx'
import { Code } from '../../parts/Code.tsx'
import { FitText } from '../../parts/FitText.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { Countdown } from '../parts/Countdown.tsx'
import { EventPicture } from '../parts/EventPicture.tsx'
import { NextLine } from '../parts/NextLine.tsx'
import type { StageProps } from '../stage-props.ts'
import * as breakStyles from './break.module.css'

export function Break(props: StageProps) {
  const untilMs = createMemo(() => {
    const untilAt = props.stage.pause?.untilAt
    return untilAt ? Date.parse(untilAt) : null
  })
  return (
    <div class={`${pictureStyles.scene} break`} classList={{ [breakStyles.withPicture]: props.event.picture !== null }}>
      <p class={pictureStyles.headline}>
        <span class={pictureStyles.chip}>Break</span>
        <span class={`dim ${pictureStyles.oneLine}`}>{props.event.name}</span>
      </p>
      <div class={breakStyles.breakMiddle}>
        <div class={breakStyles.breakWords}>
          <Show when={untilMs()} fallback={<h2 class={breakStyles.breakSoon}>Back soon</h2>}>
            {(until) => (
              <>
                <h2 class={breakStyles.breakBack}>
                  Back at <b class="figures">{clockTime(until())}</b>
                </h2>
                <Countdown class={breakStyles.breakCount} before="Back" toMs={until()} nowMs={props.nowMs} />
              </>
            )}
          </Show>
          <Show when={props.stage.pause?.message}>
            {(message) => (
              <FitText class={breakStyles.breakMessage} words={message()} largest={6.4} smallest={4}>
                {message()}
              </FitText>
            )}
          </Show>
        </div>
        <div class={breakStyles.breakSide}>
          <Show when={props.event.picture}>
            {(address) => <EventPicture class={breakStyles.breakPicture} address={address()} />}
          </Show>
          <div class={breakStyles.breakCode}>
            <Qr class={pictureStyles.qr} text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
            <Code event={props.event} />
          </div>
        </div>
      </div>
      <div class={pictureStyles.foot}>
        <NextLine stage={props.stage} />
        <Show when={untilMs()}>
          {(until) => <span class={`dim ${breakStyles.breakZone}`}>{zoneWords(until())}</span>}
        </Show>
      </div>
    </div>
  )
}
