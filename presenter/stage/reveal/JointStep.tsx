import { For, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Award } from '../../../api/schema/result.ts'
import { FitText } from '../../parts/FitText.tsx'
import type { Pictures } from '../parts/pictures.ts'
import { TeamPicture } from '../parts/TeamPicture.tsx'
import { organisationWords, scoreWords } from '../parts/team-words.ts'
import { AwardHead } from './AwardHead.tsx'
import { isLong, type JointGrid, longNameShare } from './compositions.ts'
import * as styles from './reveal.module.css'

type Props = { award: Award; entries: Entry[]; pictures: Pictures; grid: JointGrid }

const smallestShare = 0.85

export function JointStep(props: Props) {
  const words = () => [props.award.citation && `“${props.award.citation}”`, scoreWords(props.award)].filter(Boolean)
  const shareOf = ({ team }: Entry) =>
    isLong(team) && !props.entries.every((entry) => isLong(entry.team)) ? longNameShare : 1
  return (
    <div class={styles.joint} data-kind={props.award.kind}>
      <AwardHead award={props.award} />
      <ul
        class={`${styles.jointTeams} ${styles.late}`}
        data-picture={props.grid.picture}
        style={{ '--columns': props.grid.columns, '--rows': props.grid.rows }}
      >
        <For each={props.entries}>
          {(entry) => (
            <li>
              <Show when={props.grid.picture !== 'none' && props.pictures.addressOf(entry)} keyed>
                {(picture) => (
                  <TeamPicture
                    class={styles.jointPicture}
                    address={picture}
                    fit={props.grid.picture === 'beside' ? 'filled' : 'whole'}
                    onFail={() => props.pictures.markFailed(picture)}
                  />
                )}
              </Show>
              <FitText
                class={styles.jointName}
                words={[entry.team, props.grid.size]}
                largest={props.grid.size}
                smallest={props.grid.size * shareOf(entry) * smallestShare}
                breaks
              >
                <h2 data-name>{entry.team}</h2>
              </FitText>
              <Show when={props.entries.length <= 3 && organisationWords(entry)}>
                {(organisations) => (
                  <p class={`${styles.jointLine} dim`} dir="auto">
                    {organisations()}
                  </p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={words().length > 0}>
        <FitText class={`${styles.jointWords} ${styles.late}`} words={words()} largest={4.4} smallest={3.6}>
          {words().join(' · ')}
        </FitText>
      </Show>
    </div>
  )
}
