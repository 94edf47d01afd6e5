import { createMemo, Show } from 'solid-js'
import { timerView } from '../../../api/rules/show/timer.ts'
import { placeOf, placeWords } from '../../../web/core/words/place-words.ts'
import { Qr } from '../../../web/ui/page/Qr.tsx'
import { Code } from '../../parts/Code.tsx'
import { FitText } from '../../parts/FitText.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { Slots } from '../../parts/Slots.tsx'
import { JudgeProgress } from '../parts/JudgeProgress.tsx'
import { NextLine } from '../parts/NextLine.tsx'
import type { StageProps } from '../stage-props.ts'
import * as scoringStyles from './scoring.module.css'

export function Scoring(props: StageProps) {
  const allIn = () => props.stage.scoring.of > 0 && props.stage.scoring.in >= props.stage.scoring.of
  const clock = createMemo(() => timerView(props.stage.timer, props.nowMs))
  return (
    <Show when={props.stage.onStage}>
      {(entry) => (
        <div class={`${pictureStyles.scene} ${scoringStyles.scoring}`}>
          <div class={scoringStyles.scoringWords}>
            <p class={pictureStyles.headline}>
              <span class={pictureStyles.chip}>{entry().warmUp ? 'Try it now' : 'Score now'}</span>
              <span class="dim">{placeWords(entry(), props.entries, props.stage.slots)}</span>
              <Show when={props.stage.timer.state === 'running'}>
                <span class={`${scoringStyles.scoringClock} figures`} data-level={clock().level}>
                  {clock().text} {clock().word.toLowerCase() || 'left'}
                </span>
              </Show>
            </p>
            <FitText class={scoringStyles.scoringName} words={entry().team} largest={13} smallest={6}>
              <h2>{entry().team}</h2>
            </FitText>
            <p class={scoringStyles.scoringAsk}>
              {entry().warmUp
                ? 'Judges, try it on your phone. Nothing counts yet.'
                : allIn()
                  ? 'Every judge is in. Thank you.'
                  : 'Judges, please score on your phone.'}
            </p>
            <Code event={props.event} />
          </div>
          <Qr class={pictureStyles.qr} text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
          <div class={pictureStyles.foot}>
            <NextLine stage={props.stage} />
            <JudgeProgress entry={entry()} scoring={props.stage.scoring} />
          </div>
          <Slots slots={props.stage.slots} onStage={placeOf(entry(), props.entries)} />
        </div>
      )}
    </Show>
  )
}
