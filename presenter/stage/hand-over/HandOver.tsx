import { createMemo, Show } from 'solid-js'
import { handOverProgress, teamBefore } from '../../../api/rules/show/hand-over.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import { listNames } from '../../../web/core/words/names.ts'
import { placeWords } from '../../../web/core/words/place-words.ts'
import { FitText } from '../../parts/FitText.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { createPictures } from '../parts/pictures.ts'
import { TeamPicture } from '../parts/TeamPicture.tsx'
import { peopleWords } from '../parts/team-words.ts'
import type { StageProps } from '../stage-props.ts'
import * as styles from './hand-over.module.css'

export function HandOver(props: StageProps) {
  const pictures = createPictures()
  const before = createMemo(() => teamBefore(props.entries, props.stage))
  // A tenth of a per cent: the bar moves steadily, and a still frame changes nothing.
  const passed = createMemo(() => `${Math.round((handOverProgress(props.stage, props.nowMs) ?? 1) * 1000) / 10}%`)
  return (
    <Show when={props.stage.onStage}>
      {(entry) => (
        <div
          class={`${pictureStyles.scene} ${styles.handOver}`}
          data-hand-over
          data-pictured={pictures.addressOf(entry()) ? '' : undefined}
        >
          <p class={pictureStyles.headline}>
            <span class={pictureStyles.chip}>{before() ? 'Next' : 'Welcome'}</span>
            <span class="dim">{placeWords(entry(), props.entries, props.stage.slots)}</span>
          </p>
          <div class={styles.words}>
            <Show when={before()}>
              {(team) => (
                <p class={`${styles.thanks} ${pictureStyles.oneLine}`}>
                  <span class="dim">Thank you,</span> <b dir="auto">{team().team}</b>
                </p>
              )}
            </Show>
            <FitText
              class={styles.team}
              words={[entry().team, pictures.addressOf(entry())]}
              largest={pictures.addressOf(entry()) ? 16 : 21}
              smallest={6}
            >
              <h2>{entry().team}</h2>
            </FitText>
            <Lines entry={entry()} />
          </div>
          <Show when={pictures.addressOf(entry())} keyed>
            {(address) => (
              <TeamPicture
                class={styles.picture}
                address={address}
                fit="whole"
                onFail={() => pictures.markFailed(address)}
              />
            )}
          </Show>
          <div class={styles.bar} aria-hidden="true">
            <i style={{ width: passed() }} />
          </div>
        </div>
      )}
    </Show>
  )
}

function Lines(props: { entry: Entry }) {
  const pitch = () => props.entry.summary || (props.entry.title === props.entry.team ? '' : props.entry.title)
  const others = () =>
    [peopleWords(props.entry.members), listNames(props.entry.organisations, 3)].filter((words) => words !== '')
  return (
    <FitText class={styles.lines} words={props.entry} largest={5.2} smallest={3.6}>
      <Show when={pitch()}>{(words) => <p dir="auto">{words()}</p>}</Show>
      {others().map((words) => (
        <p class={styles.others} dir="auto">
          {words}
        </p>
      ))}
    </FitText>
  )
}
