import { createEffect, createMemo, Show } from 'solid-js'
import { pageAt } from '../../../api/rules/show/slides.ts'
import { timerView } from '../../../api/rules/show/timer.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import type { SlideDecks } from './slide-decks.ts'
import * as styles from './slides.module.css'

/** The page over the scene of the team. While a page is not here, the scene with the team's name stays in sight. */
export function Slides(props: { stage: StageSnapshot; nowMs: number; decks: SlideDecks }) {
  const number = createMemo(() => (props.stage.slides ? pageAt(props.stage.slides, props.nowMs) : 0))
  const page = createMemo(() => {
    const { onStage } = props.stage
    return onStage && number() > 0 ? props.decks.page(onStage, number()) : undefined
  })
  const view = createMemo(() => timerView(props.stage.timer, props.nowMs))
  return (
    <Show when={page()}>
      <div class={styles.slides} data-slides={number()} data-cover>
        <PageImage image={page()} />
        <div class={styles.clock} role="timer" data-level={view().level} data-state={props.stage.timer.state}>
          <span class="figures">{view().text}</span>
          <span class={styles.bar}>
            <i style={{ width: `${(view().level === 'over' ? 1 : view().fraction) * 100}%` }} />
          </span>
        </div>
        <p class={styles.label}>
          <b dir="auto">{props.stage.onStage?.team}</b>
          <span class="figures">
            page {number()} of {props.stage.slides?.of}
          </span>
        </p>
      </div>
    </Show>
  )
}

/** Inserts the image once its place is in the document: in the template's own document a browser would load it again. */
function PageImage(props: { image: HTMLImageElement | undefined }) {
  let place: HTMLDivElement | undefined
  createEffect(() => place?.replaceChildren(...(props.image ? [props.image] : [])))
  return <div class={styles.page} ref={place} />
}
