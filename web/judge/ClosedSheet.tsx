import { createMemo, For, Show } from 'solid-js'
import { placeOf } from '../core/words/place-words.ts'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { OwnScores } from './ballot/OwnScores.tsx'
import type { Following } from './following.ts'
import * as styles from './judge.module.css'
import type { Judging } from './judging.ts'
import { countedWords, outcomeOf } from './outcome.ts'
import { TeamRow } from './TeamRow.tsx'

type Props = { judging: Judging; following: Following }

export function ClosedSheet(props: Props) {
  const rows = createMemo(() =>
    props.judging.scored().map((entry) => ({
      entry,
      outcome: outcomeOf(
        props.judging.ballots.outbox()[entry.id],
        props.judging.criteria(entry.id),
        props.judging.criteria(),
        props.judging.openIds().has(entry.id),
      ),
    })),
  )
  const countedTeams = () => rows().filter((row) => row.outcome.counted).length
  const troubles = () => rows().filter((row) => row.outcome.trouble)
  const note = ({ entry, outcome }: ReturnType<typeof rows>[number]) => {
    if (outcome.counted) return 'Counted'
    if (outcome.trouble) return 'Not counted'
    return props.judging.openIds().has(entry.id) ? outcome.words : 'Did not present'
  }
  const final = () => props.judging.phase() === 'final'

  return (
    <PageNotice over={props.judging.liveEvent.event()?.name} title="Scoring has closed">
      <Show when={props.judging.checked()} fallback={<p>Asking which of your scores were counted…</p>}>
        <p class={styles.outcome}>
          <strong>{countedWords(countedTeams())}</strong> Thank you for judging.
        </p>
        <For each={troubles()}>
          {(row) => (
            <p class={styles.trouble}>
              <strong dir="auto">{row.entry.team}</strong>
              <br />
              {row.outcome.words}.
            </p>
          )}
        </For>
      </Show>
      <a class="button" href={`/e/${props.judging.slug}`}>
        {final() ? 'See the result' : 'Follow the reveal'}
      </a>
      <section>
        <h2>Your ballots</h2>
        <ul class="rows">
          <For each={rows()}>
            {(row) => (
              <TeamRow
                entry={row.entry}
                number={placeOf(row.entry, props.judging.liveEvent.entries())}
                note={note(row)}
                onOpen={() => props.following.open({ on: 'ballot', entryId: row.entry.id })}
              >
                <Show when={row.outcome.counted}>
                  <OwnScores
                    scores={props.judging.ballots.outbox()[row.entry.id]?.saved?.scores ?? {}}
                    criteria={props.judging.criteria(row.entry.id)}
                  />
                </Show>
              </TeamRow>
            )}
          </For>
        </ul>
      </section>
    </PageNotice>
  )
}
