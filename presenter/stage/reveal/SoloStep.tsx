import { For, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Award } from '../../../api/schema/result.ts'
import { FitText } from '../../parts/FitText.tsx'
import type { Pictures } from '../parts/pictures.ts'
import { TeamPicture } from '../parts/TeamPicture.tsx'
import { organisationWords, peopleWords, scoreWords } from '../parts/team-words.ts'
import { AwardHead } from './AwardHead.tsx'
import { isLong, type StepKind } from './compositions.ts'
import * as styles from './reveal.module.css'

type Props = { award: Award; kind: StepKind; entry: Entry; pictures: Pictures; size: number }

// A little smaller than computed at most, where the browser sets a line differently.
const smallestShare = 0.9

export function SoloStep(props: Props) {
  const address = () => props.pictures.addressOf(props.entry)
  return (
    <div
      class={styles.solo}
      data-kind={props.kind}
      data-rank={props.award.rank}
      data-pictured={address() ? '' : undefined}
      data-long={isLong(props.entry.team) ? '' : undefined}
    >
      <AwardHead award={props.award} />
      <FitText
        class={`${styles.name} ${styles.late}`}
        words={[props.entry.team, props.size]}
        largest={props.size}
        smallest={props.size * smallestShare}
        breaks
      >
        <h2 data-name>{props.entry.team}</h2>
      </FitText>
      <TeamLines award={props.award} entry={props.entry} />
      <Show when={address()} keyed>
        {(picture) => (
          <TeamPicture
            class={`${styles.picture} ${styles.late}`}
            address={picture}
            fit="whole"
            onFail={() => props.pictures.markFailed(picture)}
          />
        )}
      </Show>
    </div>
  )
}

function TeamLines(props: { award: Award; entry: Entry }) {
  const people = () => peopleWords(props.entry.members)
  const title = () => (props.entry.title === props.entry.team ? '' : props.entry.title)
  return (
    <FitText class={`${styles.lines} ${styles.late}`} words={[props.award, props.entry]} largest={4.8} smallest={3.6}>
      <Show when={props.award.citation}>{(citation) => <p class={styles.citation}>“{citation()}”</p>}</Show>
      <Show when={people() || (!props.award.citation && title())}>
        {(words) => (
          <p class={styles.line} dir="auto">
            {words()}
          </p>
        )}
      </Show>
      <For each={[organisationWords(props.entry), scoreWords(props.award)].filter(Boolean)}>
        {(words) => (
          <p class={`${styles.line} dim`} dir="auto">
            {words}
          </p>
        )}
      </For>
    </FitText>
  )
}
