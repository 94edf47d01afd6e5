import { For, Show } from 'solid-js'
import { awardName } from '../../api/rules/words/award-name.ts'
import type { Event } from '../../api/schema/event.ts'
import type { TeamPack } from '../../api/schema/feedback.ts'
import { givenByWords } from '../core/words/challenge-words.ts'
import { dayWords } from '../core/words/event-words.ts'
import * as styles from './certificate.module.css'

const stepOf = (length: number, ...steps: number[]) => steps.filter((most) => length > most).length

export function Certificate(props: { event: Event; pack: TeamPack }) {
  const entry = () => props.pack.entry
  const members = () => entry().members
  const awards = () => props.pack.awards
  return (
    <article class={styles.certificate}>
      <div class={styles.certificateFrame}>
        <p class={styles.certificateEvent} dir="auto">
          {props.event.name}
        </p>
        <div class={styles.certificateMiddle}>
          <p class={styles.certificateWord}>This certificate is given to</p>
          <h2 class={styles.certificateTeam} data-size={stepOf(entry().team.length, 22, 48, 80)} dir="auto">
            {entry().team}
          </h2>
          <Show when={members().length}>
            <p class={styles.certificateMembers} data-size={stepOf(members().join(' · ').length, 160, 400, 900)}>
              <For each={members()}>
                {(name, n) => (
                  <>
                    {n() > 0 && ' · '}
                    <bdi>{name}</bdi>
                  </>
                )}
              </For>
            </p>
          </Show>
          <Show when={awards().length} fallback={<p class={styles.certificateWord}>for taking part, with</p>}>
            <ul class={styles.certificateAwards}>
              <For each={awards().slice(0, 4)}>
                {(award) => (
                  <li data-size={stepOf(awardName(award).length, 30, 60)} dir="auto">
                    {awardName(award)}
                    <Show when={givenByWords(award.givenBy)}>
                      {(words) => <span class={styles.certificateGivenBy}>{words()}</span>}
                    </Show>
                  </li>
                )}
              </For>
            </ul>
            <p class={styles.certificateWord}>for</p>
          </Show>
          <p class={styles.certificateTitle} data-size={stepOf(entry().title.length, 40, 80)} dir="auto">
            {entry().title}
          </p>
        </div>
        <div class={styles.certificateFoot}>
          <p dir="auto">{[dayWords(props.event), props.event.venue].filter(Boolean).join(' · ')}</p>
          <p class={styles.certificateHand}>For the organisers</p>
        </div>
      </div>
    </article>
  )
}
