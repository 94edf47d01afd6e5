import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { entryAddress, entryCodeWords, groupCode, shortAddress } from '../../../web/core/words/code-words.ts'
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
  // A warm-up takes no scores, so its code opens nothing that the event's does not.
  const address = (entry: Entry) => (entry.warmUp ? props.event.joinUrl : entryAddress(props.event, entry))
  const code = (entry: Entry) => (entry.warmUp ? groupCode(props.event.code) : entryCodeWords(props.event, entry))
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
                code <b>{code(entry())}</b>
              </p>
              <Qr class={pictureStyles.qr} text={address(entry())} label={`QR code for ${address(entry())}`} />
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
