import { createMemo, Show } from 'solid-js'
import { timerText } from '../../../api/rules/show/timer.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import * as buttonsStyles from '../buttons.module.css'
import type { Desk } from '../desk.ts'
import { Key } from '../keys/Key.tsx'
import * as showStyles from '../show.module.css'
import { FewVisits } from './FewVisits.tsx'

/** While the showcase is on: its time, the teams with few visitors, and its end. */
export function ShowcaseCard(props: { desk: Desk; stage: StageSnapshot }) {
  const untilMs = createMemo(() => {
    const untilAt = props.stage.showcase?.untilAt
    return untilAt ? Date.parse(untilAt) : undefined
  })
  const time = () => {
    const until = untilMs()
    if (until === undefined) return 'No end set'
    const leftMs = until - props.desk.nowMs()
    return leftMs > 0 ? `${timerText(leftMs)} left, until ${clockTime(until)}` : `The time ended at ${clockTime(until)}`
  }
  return (
    <>
      <div>
        <p class="dim">
          Showcase · <span class="figures">{time()}</span>
        </p>
        <FewVisits desk={props.desk} />
      </div>
      <div class={showStyles.nextPress}>
        <button
          type="button"
          class={`${buttonsStyles.button} ${buttonsStyles.main}`}
          onClick={() => props.desk.cues.send({ cue: 'close-showcase' })}
        >
          End the showcase
        </button>
        <Show when={untilMs() !== undefined}>
          <button type="button" class={buttonsStyles.quiet} onClick={() => props.desk.press('more-time')}>
            +1 minute <Key name="+" />
          </button>
        </Show>
      </div>
    </>
  )
}
