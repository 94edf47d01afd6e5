import { createMemo, createSignal, For, Show } from 'solid-js'
import { plural } from '../../../../api/rules/words/plural.ts'
import type { Award } from '../../../../api/schema/result.ts'
import { groupCode, shortAddress } from '../../../../web/core/words/code-words.ts'
import { Qr } from '../../../../web/ui/page/Qr.tsx'
import { FitText } from '../../../parts/FitText.tsx'
import * as pictureStyles from '../../../parts/picture.module.css'
import { createPictures } from '../../parts/pictures.ts'
import type { StageProps } from '../../stage-props.ts'
import { OtherAwards } from './OtherAwards.tsx'
import { PodiumColumn } from './PodiumColumn.tsx'
import { arrangeWinners } from './podium.ts'
import * as styles from './winners.module.css'

export function Winners(props: StageProps) {
  const pictures = createPictures()
  const [winnerSize, setWinnerSize] = createSignal(Number.POSITIVE_INFINITY)
  const awards = createMemo((): Award[] => {
    const last = props.stage.reveal.shown.at(-1)
    return last?.kind === 'winners' ? last.awards : []
  })
  const team = (id: string) => props.entries.find((entry) => entry.id === id)?.team ?? ''
  const view = createMemo(() => arrangeWinners(awards(), team))
  return (
    <div
      class={`${pictureStyles.scene} ${styles.winners}`}
      data-light="winner"
      data-others={view().others.length}
      data-below={view().otherColumns > 0 ? '' : undefined}
      style={{ '--other-rows': Math.ceil(view().others.length / Math.max(1, view().otherColumns)) }}
      classList={{ [styles.arriving]: props.fresh }}
    >
      <p class={pictureStyles.headline}>
        <span class={pictureStyles.chip}>{plural(awards().length, { one: 'The winner', other: 'The winners' })}</span>
        <span class={`dim ${pictureStyles.oneLine}`}>{props.event.name}</span>
      </p>
      <ol class={styles.podium}>
        <For each={view().columns}>
          {(column) => (
            <PodiumColumn
              column={column}
              entries={props.entries}
              pictures={pictures}
              onlyColumn={view().columns.length === 1}
              winnerSize={winnerSize()}
              onFit={setWinnerSize}
            />
          )}
        </For>
      </ol>
      <div class={styles.code}>
        <Qr class={styles.codeSquare} text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
        <p class={styles.codeWords}>The result, on your phone</p>
        <FitText class={styles.codeAddress} words={props.event.joinUrl} largest={4} smallest={3.5}>
          {shortAddress(props.event.joinUrl)}
        </FitText>
        <p class={styles.codeAddress}>
          <span class="dim">code</span> <b>{groupCode(props.event.code)}</b>
        </p>
        <Show when={view().otherColumns === 0 && view().others.length > 0}>
          <OtherAwards awards={view().others} entries={props.entries} columns={1} />
        </Show>
      </div>
      <Show when={view().otherColumns > 0}>
        <OtherAwards awards={view().others} entries={props.entries} columns={view().otherColumns} />
      </Show>
    </div>
  )
}
