import { createEffect, For, Show } from 'solid-js'
import type { Problem } from '../core/api.ts'
import { calledAt } from '../core/words/duration-words.ts'
import { isolateName } from '../core/words/names.ts'
import { zoneWords } from '../core/words/zone-words.ts'
import { OrganisingBand } from '../organise/OrganisingBand.tsx'
import { Press } from '../ui/buttons/Press.tsx'
import { BallotEdits } from './BallotEdits.tsx'
import { HistoryRow } from './HistoryRow.tsx'
import * as styles from './history.module.css'
import { type HistoryNames, historyWords } from './history-words.ts'
import type { LoadedHistory } from './load-history.ts'

type Props = { loaded: LoadedHistory; problem: Problem | undefined; onAgain: () => Promise<unknown> }

export function HistorySheet(props: Props) {
  const event = () => props.loaded.event
  const openedAt = () => props.loaded.history.find((line) => line.what === 'open-doors')?.at ?? event().startsAt
  const zone = () => {
    const moment = openedAt() ?? props.loaded.history[0]?.at
    return moment ? zoneWords(Date.parse(moment)) : ''
  }
  const names: HistoryNames = {
    team: (id) => isolateName(props.loaded.entries.find((entry) => entry.id === id)?.team ?? 'A team since removed'),
    judge: (id) => isolateName(props.loaded.judges.find((judge) => judge.id === id)?.name ?? 'A judge since removed'),
    calledAt: (moment) => {
      const team = calledAt(props.loaded.entries, moment)
      return team === undefined ? undefined : isolateName(team)
    },
    get open() {
      return event().phase === 'final'
    },
  }
  createEffect(() => {
    document.title = `History: ${event().name}`
  })
  return (
    <>
      <OrganisingBand event={event()} home="after" page="History" />
      <main class={`sheet ${styles.history}`}>
        <section>
          <h2>What was done, the newest last</h2>
          <p class="dim">Lines are only ever added, never removed. {zone()}</p>
          <ol class={`rows ${styles.scrolled}`} tabindex="0" aria-label="What was done">
            <For each={props.loaded.history} fallback={<li class={styles.historyRow}>Nothing has been done yet.</li>}>
              {(line) => (
                <HistoryRow at={line.at} day={openedAt()}>
                  {historyWords(line, names)}
                </HistoryRow>
              )}
            </For>
          </ol>
          <div role="status">
            <Show when={props.problem}>{(no) => <p>{no().title}.</p>}</Show>
          </div>
          <Press onPress={props.onAgain}>Read it again</Press>
        </section>
        <section>
          <h2>Every edit of a ballot</h2>
          <Show
            when={props.loaded.ballots}
            fallback={
              <p>Judges are scoring, so nobody sees a score yet. The edits appear here once scoring has closed.</p>
            }
          >
            {(ballots) => (
              <BallotEdits
                ballots={ballots()}
                criteria={event().criteria}
                team={names.team}
                judge={names.judge}
                day={openedAt()}
                secret={!names.open}
              />
            )}
          </Show>
        </section>
      </main>
    </>
  )
}
