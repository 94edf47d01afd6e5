import { createMemo, Show } from 'solid-js'
import { timerText } from '../../../api/rules/show/timer.ts'
import { tableWords } from '../../../api/rules/words/table-words.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import { Qr } from '../../../web/ui/page/Qr.tsx'
import { Code } from '../../parts/Code.tsx'
import { FitText } from '../../parts/FitText.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { EventPicture } from '../parts/EventPicture.tsx'
import { createTurns } from '../parts/turns.ts'
import type { StageProps } from '../stage-props.ts'
import * as showcaseStyles from './showcase.module.css'

const entryMs = 8_000

/** All entries pass, each for 8 s. */
export function Showcase(props: StageProps) {
  const shown = createMemo(() => props.entries.filter((entry) => !entry.warmUp && !entry.skipped))
  const entry = createTurns(shown, () => props.nowMs, entryMs)
  const entryId = createMemo(() => entry()?.id)
  const how = () =>
    props.event.scoring === 'any-order' ? 'Walk round · scan a card · score' : 'Walk round and see what they made'
  return (
    <div class={`${pictureStyles.scene} showcase`} data-showcase>
      <p class={pictureStyles.headline}>
        <span class={pictureStyles.chip}>Showcase</span>
        <span class={`dim ${pictureStyles.oneLine}`}>{how()}</span>
      </p>
      <Show when={entryId()} fallback={<h2 class={showcaseStyles.none}>The teams will appear here.</h2>} keyed>
        {(_id) => <Show when={entry()}>{(now) => <ShownEntry entry={now()} />}</Show>}
      </Show>
      <div class={showcaseStyles.side} classList={{ [showcaseStyles.untimed]: !props.stage.showcase?.untilAt }}>
        <Show when={props.stage.showcase?.untilAt}>
          {(untilAt) => <TimeLeft leftMs={Date.parse(untilAt()) - props.nowMs} />}
        </Show>
        <div class={showcaseStyles.code}>
          <Qr class={pictureStyles.qr} text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
          <Code event={props.event} />
        </div>
      </div>
    </div>
  )
}

function ShownEntry(props: { entry: Entry }) {
  const about = () => [props.entry.title, props.entry.summary].filter((words) => words && words !== props.entry.team)
  return (
    <div class={showcaseStyles.entry} classList={{ [showcaseStyles.pictured]: props.entry.picture !== null }}>
      <Show when={props.entry.picture}>
        {(address) => <EventPicture class={showcaseStyles.picture} address={address()} />}
      </Show>
      <Show when={tableWords(props.entry)}>{(words) => <p class={showcaseStyles.table}>{words()}</p>}</Show>
      <FitText
        class={showcaseStyles.team}
        words={props.entry}
        largest={props.entry.picture ? 9 : 17}
        smallest={props.entry.picture ? 4.6 : 6}
      >
        <h2 dir="auto">{props.entry.team}</h2>
      </FitText>
      <FitText
        class={showcaseStyles.about}
        words={props.entry}
        largest={props.entry.picture ? 4.4 : 5.4}
        smallest={3.6}
      >
        {about().map((words) => (
          <p dir="auto">{words}</p>
        ))}
      </FitText>
    </div>
  )
}

function TimeLeft(props: { leftMs: number }) {
  const text = createMemo(() => timerText(Math.max(0, props.leftMs)))
  const words = createMemo(() => (props.leftMs > 0 ? 'left to walk round' : 'Time is up. Thank you.'))
  return (
    <div class={showcaseStyles.time} role="timer">
      <p class={`${showcaseStyles.left} figures`} data-figures={Math.min(7, text().length)}>
        {text()}
      </p>
      <p class="dim">{words()}</p>
    </div>
  )
}
