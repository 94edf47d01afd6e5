import { createMemo, Show } from 'solid-js'
import { placesKey } from '../../../api/rules/result/award-order.ts'
import type { Award } from '../../../api/schema/result.ts'
import * as pictureStyles from '../../parts/picture.module.css'
import { isWinner } from '../../parts/words.ts'
import { createMeasure } from '../parts/measure-text.ts'
import { createPictures } from '../parts/pictures.ts'
import { createSceneSize } from '../parts/scene-size.ts'
import type { StageProps } from '../stage-props.ts'
import { AwardStep } from './AwardStep.tsx'
import { createNameSizes, teamsToCome } from './name-sizes.ts'
import * as revealStyles from './reveal.module.css'

export function Reveal(props: StageProps) {
  let scene!: HTMLDivElement
  const sceneSize = createSceneSize(() => scene)
  const measure = createMeasure()
  const pictures = createPictures()
  const awards = (): Award[] => props.stage.reveal.shown.flatMap((step) => (step.kind === 'award' ? [step.award] : []))
  const afterWinner = () => awards().slice(0, -1).some(isWinner)
  const lastIsWinner = () => {
    const { awardOrder } = props.event
    return !awardOrder.includes(placesKey) || awardOrder.at(-1) === placesKey
  }
  const sizes = createMemo(() => {
    const teams = teamsToCome(props.entries, awards(), lastIsWinner())
    return createNameSizes(teams, sceneSize(), lastIsWinner(), measure())
  })
  return (
    <div class={`${pictureStyles.scene} reveal`} classList={{ [revealStyles.pause]: props.fresh }} ref={scene}>
      <Show
        when={awards().at(-1)}
        fallback={
          <div class={revealStyles.revealTitle}>
            <p class="dim">{props.event.name}</p>
            <h2>The result</h2>
          </div>
        }
      >
        {(award) => (
          <AwardStep
            award={award()}
            afterWinner={afterWinner()}
            entries={props.entries}
            pictures={pictures}
            sizes={sizes()}
            flourish={props.fresh && !props.small}
          />
        )}
      </Show>
    </div>
  )
}
