import { For, Show } from 'solid-js'
import { givenByWords } from '../core/words/challenge-words.ts'
import { listNames } from '../core/words/names.ts'
import { judgedWords, passedOverWords } from './challenge-record-words.ts'
import * as styles from './record.module.css'
import type { Recorded } from './recorded.ts'

export function RecordChallenges(props: { recorded: Recorded }) {
  const result = () => props.recorded.record.result
  const team = (id: string) => props.recorded.entries.find((entry) => entry.id === id)?.team ?? ''
  const winners = (challengeId: string) =>
    result()
      .awards.find((award) => award.challengeId === challengeId)
      ?.entryIds.map(team) ?? []
  const criteria = (challengeId: string) =>
    props.recorded.event.challenges.find(({ id }) => id === challengeId)?.criteria ?? []
  return (
    <>
      <Show when={result().challenges?.length}>
        <section>
          <h2>Challenges</h2>
          <p class="dim">Each ranked by the ballots of its own judges for its own teams.</p>
          <ul class={styles.plain}>
            <For each={result().challenges}>
              {(challenge) => (
                <li>
                  <p>
                    <bdi>{challenge.name}</bdi>:{' '}
                    <strong>
                      <Show when={winners(challenge.challengeId).length} fallback="given to nobody">
                        {listNames(winners(challenge.challengeId), 99)}
                      </Show>
                    </strong>
                  </p>
                  <p class="dim">
                    <Show when={challenge.givenBy}>{givenByWords(challenge.givenBy)}. </Show>
                    {judgedWords(challenge, criteria(challenge.challengeId))}
                  </p>
                  <Show when={challenge.standings.length > 1}>
                    <p class="dim figures">
                      <For each={challenge.standings}>
                        {({ entryId, rank, shownScore }, n) => (
                          <>
                            {n() > 0 && ' · '}
                            {rank ?? '–'} <bdi>{team(entryId)}</bdi> {shownScore ?? 'without a ballot'}
                          </>
                        )}
                      </For>
                    </p>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={result().passedOver?.length}>
        <section>
          <h2>One award a team</h2>
          <ul class={styles.plain}>
            <For each={result().passedOver}>
              {({ name, entryIds }) => <li>{passedOverWords(name, entryIds.map(team))}</li>}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}
