import { Show } from 'solid-js'
import { groupCode, shortAddress } from '../../../web/core/words/code-words.ts'
import { placeOf, placeWords } from '../../../web/core/words/place-words.ts'
import { Qr } from '../../../web/ui/page/Qr.tsx'
import { Clock } from '../../parts/Clock.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { Slots } from '../../parts/Slots.tsx'
import { About } from '../parts/About.tsx'
import { JudgeProgress } from '../parts/JudgeProgress.tsx'
import { NextLine } from '../parts/NextLine.tsx'
import { TeamName } from '../parts/TeamName.tsx'
import type { StageProps } from '../stage-props.ts'
import * as onStageStyles from './on-stage.module.css'

export function OnStage(props: StageProps) {
  return (
    <Show when={props.stage.onStage}>
      {(entry) => (
        <div class={`${pictureStyles.scene} ${onStageStyles.onStage}`}>
          <p class={pictureStyles.headline}>
            <span class={pictureStyles.chip}>{props.stage.timer.part === 'questions' ? 'Questions' : 'On stage'}</span>
            <span class="dim">{placeWords(entry(), props.entries, props.stage.slots)}</span>
          </p>
          <div class={onStageStyles.onStageTeam}>
            <TeamName team={entry().team} />
            <About entry={entry()} />
          </div>
          <div class={onStageStyles.onStageSide}>
            <Clock timer={props.stage.timer} nowMs={props.nowMs} />
            <div class={onStageStyles.corner}>
              <p class={onStageStyles.cornerWords}>
                <b>Judges:</b> {entry().warmUp ? 'try it now' : 'score now'}
                <br />
                <span class={pictureStyles.oneLine}>{shortAddress(props.event.joinUrl)}</span>
                <br />
                code <b>{groupCode(props.event.code)}</b>
              </p>
              <Qr class={pictureStyles.qr} text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
            </div>
          </div>
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
