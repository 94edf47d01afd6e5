import { For, Show } from 'solid-js'
import { plural } from '../../../api/rules/words/plural.ts'
import type { Award } from '../../../api/schema/result.ts'
import { listNames } from '../../../web/core/words/names.ts'
import { Qr } from '../../../web/ui/page/Qr.tsx'
import { Code } from '../../parts/Code.tsx'
import { FitText } from '../../parts/FitText.tsx'
import { awardLabel, isWinner } from '../../parts/words.ts'
import type { StageProps } from '../stage-props.ts'
import './winners.css'

// Beyond these numbers: one line an award; two columns; joint winners in one sentence.
const mostLarge = 5
const mostInColumn = 10
const mostJointLines = 4

export function Winners(props: StageProps) {
  const awards = (): Award[] => {
    const last = props.stage.reveal.shown.at(-1)
    return last?.kind === 'winners' ? last.awards : []
  }
  const first = () => awards().find(isWinner)
  const others = () => awards().filter((award) => award !== first())
  const team = (id: string) => props.entries.find((entry) => entry.id === id)?.team ?? ''
  return (
    <div class="scene winners" data-light="winner" classList={{ arriving: props.fresh }}>
      <p class="headline">
        <span class="chip">{plural(awards().length, { one: 'The winner', other: 'The winners' })}</span>
        <span class="dim one-line">{props.event.name}</span>
      </p>
      <div class="honours">
        <Show when={first()}>
          {(award) => (
            <FitText
              class="honour-first"
              words={award()}
              largest={others().length > mostLarge ? 9 : 14}
              smallest={award().entryIds.length > mostJointLines ? 3.5 : 5}
            >
              <p class="honour-label">{award().name}</p>
              <Show
                when={award().entryIds.length > mostJointLines}
                fallback={<For each={award().entryIds}>{(id) => <h2 dir="auto">{team(id)}</h2>}</For>}
              >
                <h2>{listNames(award().entryIds.map(team))}</h2>
              </Show>
            </FitText>
          )}
        </Show>
        <FitText class="honour-others" words={others()} largest={5.4} smallest={3.5}>
          <ul
            classList={{
              two: others().length > mostInColumn || (others().length > 3 && others().length <= mostLarge),
              rows: others().length > mostLarge,
            }}
          >
            <For each={others()}>
              {(award) => (
                <li>
                  <span class="honour-label">{others().length > mostLarge ? award.name : awardLabel(award)}</span>
                  <span class="honour-team" dir="auto">
                    {listNames(award.entryIds.map(team))}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </FitText>
      </div>
      <div class="winners-code">
        <p>The full result, on your phone</p>
        <Qr class="qr" text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
        <Code event={props.event} />
      </div>
    </div>
  )
}
