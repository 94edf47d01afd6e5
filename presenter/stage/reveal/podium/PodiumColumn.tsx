import { For, Show } from 'solid-js'
import type { Entry } from '../../../../api/schema/entry.ts'
import { FitText } from '../../../parts/FitText.tsx'
import type { Pictures } from '../../parts/pictures.ts'
import { TeamPicture } from '../../parts/TeamPicture.tsx'
import { organisationWords } from '../../parts/team-words.ts'
import { isLong } from '../compositions.ts'
import type { Column } from './podium.ts'
import * as styles from './winners.module.css'

type Props = {
  column: Column
  entries: Entry[]
  pictures: Pictures
  onlyColumn: boolean
  /** The size of the winner's name; no other name is larger. */
  winnerSize: number
  onFit: (size: number) => void
}

const largestNames: Record<number, number> = { 1: 8, 2: 6.4, 3: 5.6 }
const largestOnlyName = 15
const smallestName = 3.5
/** How much smaller than the winner's name the others are at least. */
const besideWinner = 0.86

const nameColumns = (teams: number) => (teams > 8 ? 3 : teams > 3 ? 2 : 1)

export function PodiumColumn(props: Props) {
  const teams = () => props.column.entryIds.flatMap((id) => props.entries.find((entry) => entry.id === id) ?? [])
  const alone = () => (props.column.alone ? teams()[0] : undefined)
  const isWinner = () => props.column.rank === 1
  // Among several columns a long name needs the place of the picture.
  const long = () => !props.onlyColumn && isLong(alone()?.team ?? '')
  const largest = () => {
    if (props.onlyColumn && props.column.alone) return largestOnlyName
    const size = largestNames[props.column.rank]!
    return isWinner() ? size : Math.max(smallestName, Math.min(size, props.winnerSize * besideWinner))
  }
  const picture = () => {
    const entry = alone()
    return entry && !long() ? props.pictures.addressOf(entry) : undefined
  }
  return (
    <li
      class={styles.column}
      data-rank={props.column.rank}
      data-only={props.onlyColumn ? '' : undefined}
      data-pictured={picture() ? '' : undefined}
      data-long={long() ? '' : undefined}
      style={{
        '--teams': Math.min(3, props.column.alone ? 1 : Math.ceil(teams().length / 2)),
        '--columns': props.onlyColumn ? nameColumns(teams().length) : 1,
      }}
    >
      <p class={styles.columnLabel}>{props.column.label}</p>
      <Show when={picture()} keyed>
        {(address) => (
          <TeamPicture
            class={styles.columnPicture}
            address={address}
            fit={props.onlyColumn ? 'whole' : 'filled'}
            onFail={() => props.pictures.markFailed(address)}
          />
        )}
      </Show>
      <FitText
        class={styles.columnNames}
        classList={{ [styles.several]: !props.column.alone }}
        words={[teams(), largest()]}
        largest={largest()}
        smallest={smallestName}
        onFit={isWinner() ? props.onFit : undefined}
      >
        <For each={teams()}>{(entry) => <h2 dir="auto">{entry.team}</h2>}</For>
      </FitText>
      <Show when={alone() && organisationWords(alone()!)}>
        {(words) => (
          <p class={`${styles.columnLine} dim`} dir="auto">
            {words()}
          </p>
        )}
      </Show>
    </li>
  )
}
