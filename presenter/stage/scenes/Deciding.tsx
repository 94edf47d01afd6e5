import { For, Show } from 'solid-js'
import { plural } from '../../../api/rules/words/plural.ts'
import { capitalise } from '../../../web/core/words/capitalise.ts'
import { FitText } from '../../parts/FitText.tsx'
import { JudgeDots } from '../../parts/JudgeDots.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { countWords } from '../../parts/words.ts'
import type { StageProps } from '../stage-props.ts'
import * as decidingStyles from './deciding.module.css'

export function Deciding(props: StageProps) {
  const shown = () => props.entries.filter((entry) => entry.open)
  return (
    <div class={`${pictureStyles.scene} ${decidingStyles.deciding}`}>
      <p class={pictureStyles.headline}>
        <span class={pictureStyles.chip}>Scoring has closed</span>
        <span class={`dim ${pictureStyles.oneLine}`}>{props.event.name}</span>
      </p>
      <h2>The judges are deciding</h2>
      <Show when={shown().length > 0}>
        <p class={`${decidingStyles.decidingThanks} dim`}>{thanksWords(shown().length)}</p>
        <FitText class={decidingStyles.decidingTeams} words={shown()} largest={5} smallest={3.5}>
          <ul>
            <For each={shown()}>{(entry) => <li dir="auto">{entry.team}</li>}</For>
          </ul>
        </FitText>
      </Show>
      <div class={pictureStyles.foot}>
        <span />
        {/* The count is that of the entry on stage; after a showcase there is none. */}
        <Show when={props.stage.onStage}>
          <JudgeDots in={props.stage.scoring.in} of={props.stage.scoring.of} />
        </Show>
      </div>
    </div>
  )
}

const thanksWords = (teams: number) =>
  plural(teams, {
    one: 'One team presented. Thank you.',
    other: `${capitalise(countWords(teams, 'team'))} presented. Thank you, every one.`,
  })
