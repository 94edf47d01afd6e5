import { createMemo, onCleanup, onMount, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Award } from '../../../api/schema/result.ts'
import { isWinner } from '../../parts/words.ts'
import type { Pictures } from '../parts/pictures.ts'
import { makeFlourish } from './flourish.ts'
import { JointStep } from './JointStep.tsx'
import type { NameSizes, RevealStepNames } from './name-sizes.ts'
import * as styles from './reveal.module.css'
import { SoloStep } from './SoloStep.tsx'

type Props = {
  award: Award
  afterWinner: boolean
  entries: Entry[]
  pictures: Pictures
  sizes: NameSizes
  flourish: boolean
}

export function AwardStep(props: Props) {
  const winners = () => props.award.entryIds.flatMap((id) => props.entries.find((entry) => entry.id === id) ?? [])
  const step = createMemo(
    (): RevealStepNames => ({
      kind: isWinner(props.award) ? 'winner' : props.award.kind,
      rank: props.award.rank,
      teams: winners().map((entry) => ({ name: entry.team, pictured: props.pictures.addressOf(entry) !== null })),
    }),
  )
  let canvas!: HTMLCanvasElement
  onMount(() => {
    if (props.flourish && isWinner(props.award)) onCleanup(makeFlourish(canvas))
  })
  return (
    <div class={styles.award} data-light={isWinner(props.award) ? 'winner' : 'award'} data-award={step().kind}>
      <Show
        when={winners().length === 1 ? winners()[0] : undefined}
        fallback={
          <JointStep
            award={props.award}
            entries={winners()}
            pictures={props.pictures}
            grid={props.sizes.joint(step(), props.afterWinner)}
          />
        }
      >
        {(entry) => (
          <SoloStep
            award={props.award}
            kind={step().kind}
            entry={entry()}
            pictures={props.pictures}
            size={props.sizes.alone(step(), props.afterWinner)}
          />
        )}
      </Show>
      <canvas class={styles.flourish} ref={canvas} />
    </div>
  )
}
