import { Show } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import { Key } from '../keys/Key.tsx'

export function SlidesControl(props: { desk: Desk; stage: StageSnapshot }) {
  const live = () => props.stage.phase === 'live'
  const onStage = () => (live() && props.stage.onStage?.slides ? props.stage.onStage : undefined)
  const onDeck = () => (live() && props.stage.onDeck?.slides ? props.stage.onDeck : undefined)
  return (
    <Show when={onStage() || onDeck()}>
      <section aria-label="Slides" class="stack">
        <Show when={onStage()}>
          {(entry) => (
            <div class={deskStyles.row}>
              <Show when={props.stage.slides}>
                <button type="button" class={buttonsStyles.button} onClick={() => props.desk.slides.turn(-1)}>
                  Page back <Key name="PageUp" />
                </button>
                <b class="figures">
                  Page {props.desk.slides.page()} of {props.stage.slides?.of}
                </b>
                <button type="button" class={buttonsStyles.button} onClick={() => props.desk.slides.turn(1)}>
                  Next page <Key name="PageDown" />
                </button>
              </Show>
              <button
                type="button"
                class={buttonsStyles.button}
                aria-pressed={props.stage.slides !== null}
                onClick={() => props.desk.press('slides')}
              >
                {props.stage.slides ? 'Hide slides' : 'Show slides'} <Key name="D" />
              </button>
              <span class="dim">{readyWords(props.desk, entry())}</span>
            </div>
          )}
        </Show>
        <Show when={onDeck()}>
          {(entry) => (
            <p class={`${deskStyles.small} dim`}>
              <b dir="auto">{entry().team}</b>: {readyWords(props.desk, entry())}
            </p>
          )}
        </Show>
      </section>
    </Show>
  )
}

/** A stage on another computer reports nothing, so only the number of pages is known of it. */
function readyWords({ slides }: Desk, { id, slides: deck }: Entry): string {
  const pages = deck?.pages ?? 0
  const report = slides.readyOf(id)
  if (!report) return `${countOf(pages, 'page')} of slides. No stage is open in this browser`
  if (report.ready >= pages) return `${countOf(pages, 'page')} ready on the projector`
  return `${report.ready} of ${countOf(pages, 'page')} on the projector, ${pages - report.ready} still missing`
}
