import { For, onCleanup, onMount, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Award } from '../../../api/schema/result.ts'
import { givenByWords } from '../../../web/core/words/challenge-words.ts'
import { FitText } from '../../parts/FitText.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { isWinner, stageAwardName } from '../../parts/words.ts'
import { About } from '../parts/About.tsx'
import { makeFlourish } from './flourish.ts'
import { Places } from './Places.tsx'
import * as revealStyles from './reveal.module.css'
import { ScoreLine } from './ScoreLine.tsx'

export function AwardStep(props: { award: Award; earlier: Award[]; entries: Entry[]; flourish: boolean }) {
  const winners = () => props.award.entryIds.flatMap((id) => props.entries.find((entry) => entry.id === id) ?? [])
  const alone = () => (winners().length === 1 ? winners()[0] : undefined)
  const places = () => props.earlier.filter((award) => award.kind === 'place')
  let canvas!: HTMLCanvasElement
  onMount(() => {
    if (props.flourish && isWinner(props.award)) onCleanup(makeFlourish(canvas))
  })
  return (
    <div class={revealStyles.award} data-light={isWinner(props.award) ? 'winner' : 'award'}>
      <p class={revealStyles.awardLabel} classList={{ [revealStyles.long]: stageAwardName(props.award).length > 36 }}>
        <span class={pictureStyles.chip}>{stageAwardName(props.award)}</span>
      </p>
      <Show when={givenByWords(props.award.givenBy)}>
        {(words) => (
          <p class={revealStyles.givenBy} dir="auto">
            {words()}
          </p>
        )}
      </Show>
      <div class={revealStyles.awardRest}>
        <FitText
          class={revealStyles.awardTeams}
          words={winners()}
          largest={isWinner(props.award) ? 19 : 16.5}
          smallest={5.4}
        >
          <For each={winners()}>{(entry) => <h2 dir="auto">{entry.team}</h2>}</For>
        </FitText>
        <Show when={props.award.citation}>
          {(citation) => (
            <FitText class={revealStyles.awardCitation} words={citation()} largest={5.4} smallest={3.6}>
              “{citation()}”
            </FitText>
          )}
        </Show>
        <Show when={!props.award.citation && alone()}>{(entry) => <About entry={entry()} />}</Show>
        <ScoreLine award={props.award} />
        <Show when={isWinner(props.award) && places().length > 0}>
          <Places awards={places()} entries={props.entries} />
        </Show>
      </div>
      <canvas class={revealStyles.flourish} ref={canvas} />
    </div>
  )
}
