import { For, Show } from 'solid-js'
import { plural } from '../../../api/rules/words/plural.ts'
import type { Award } from '../../../api/schema/result.ts'
import { listNames } from '../../../web/core/words/names.ts'
import { Qr } from '../../../web/ui/page/Qr.tsx'
import { Code } from '../../parts/Code.tsx'
import { FitText } from '../../parts/FitText.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { isWinner, stageAwardName } from '../../parts/words.ts'
import type { StageProps } from '../stage-props.ts'
import * as winnersStyles from './winners.module.css'

// Beyond these numbers: a line for each award; two columns; joint winners in one sentence.
const maxLarge = 5
const maxInColumn = 10
const maxJointLines = 4

export function Winners(props: StageProps) {
  const awards = (): Award[] => {
    const last = props.stage.reveal.shown.at(-1)
    return last?.kind === 'winners' ? last.awards : []
  }
  const first = () => awards().find(isWinner)
  const others = () => awards().filter((award) => award !== first())
  const team = (id: string) => props.entries.find((entry) => entry.id === id)?.team ?? ''
  return (
    <div
      class={`${pictureStyles.scene} ${winnersStyles.winners}`}
      data-light="winner"
      classList={{ [winnersStyles.arriving]: props.fresh }}
    >
      <p class={pictureStyles.headline}>
        <span class={pictureStyles.chip}>{plural(awards().length, { one: 'The winner', other: 'The winners' })}</span>
        <span class={`dim ${pictureStyles.oneLine}`}>{props.event.name}</span>
      </p>
      <div class={winnersStyles.honours}>
        <Show when={first()}>
          {(award) => (
            <FitText
              class={winnersStyles.honourFirst}
              words={award()}
              largest={others().length > maxLarge ? 9 : 14}
              smallest={award().entryIds.length > maxJointLines ? 3.5 : 5}
            >
              <p class={winnersStyles.honourLabel}>{award().name}</p>
              <Show
                when={award().entryIds.length > maxJointLines}
                fallback={<For each={award().entryIds}>{(id) => <h2 dir="auto">{team(id)}</h2>}</For>}
              >
                <h2>{listNames(award().entryIds.map(team))}</h2>
              </Show>
            </FitText>
          )}
        </Show>
        <FitText class={winnersStyles.honourOthers} words={others()} largest={5.4} smallest={3.5}>
          <ul
            classList={{
              [winnersStyles.two]:
                others().length > maxInColumn || (others().length > 3 && others().length <= maxLarge),
              [winnersStyles.rows]: others().length > maxLarge,
            }}
          >
            <For each={others()}>
              {(award) => (
                <li>
                  <span class={winnersStyles.honourLabel}>
                    {others().length > maxLarge ? award.name : stageAwardName(award)}
                  </span>
                  <span class={winnersStyles.honourTeam} dir="auto">
                    {listNames(award.entryIds.map(team))}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </FitText>
      </div>
      <div class={winnersStyles.winnersCode}>
        <p>The full result, on your phone</p>
        <Qr class={pictureStyles.qr} text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
        <Code event={props.event} />
      </div>
    </div>
  )
}
