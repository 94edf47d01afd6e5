import { createEffect, Show } from 'solid-js'
import { startWords } from '../core/words/event-words.ts'
import { OtherAwards } from './OtherAwards.tsx'
import { Recompute } from './Recompute.tsx'
import { RecordChallenges } from './RecordChallenges.tsx'
import { RecordDisqualified } from './RecordDisqualified.tsx'
import { RecordFacts } from './RecordFacts.tsx'
import { RecordMethod } from './RecordMethod.tsx'
import { RecordVotes } from './RecordVotes.tsx'
import * as styles from './record.module.css'
import type { Recorded } from './recorded.ts'
import { StandingsTable } from './StandingsTable.tsx'

export function RecordSheet(props: { recorded: Recorded }) {
  const event = () => props.recorded.event
  const record = () => props.recorded.record
  const openedAt = () => record().times.opened
  createEffect(() => {
    document.title = `Record: ${event().name}`
  })
  const draft = () => {
    if (record().times.published) return ''
    return record().result.digest
      ? 'Not published yet. The result is fixed; do not show this to the room before the reveal.'
      : 'A draft. Scoring has closed, but the result is fixed only when the reveal begins.'
  }
  return (
    <main class={`sheet ${styles.record}`}>
      <header class={styles.recordHead}>
        <p class="dim">Record of the result</p>
        <h1 dir="auto">{event().name}</h1>
        <p dir="auto">
          {[startWords({ ...event(), startsAt: event().startsAt ?? openedAt() }), event().venue]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <Show when={draft()}>
        <p class={styles.draft}>{draft()}</p>
      </Show>
      <button class="button quiet on-screen" type="button" onClick={() => print()}>
        Print this record
      </button>
      <Show when={record().result.standings.length}>
        <StandingsTable recorded={props.recorded} />
      </Show>
      <OtherAwards recorded={props.recorded} />
      <RecordChallenges recorded={props.recorded} />
      <RecordDisqualified recorded={props.recorded} />
      <RecordVotes recorded={props.recorded} />
      <RecordFacts record={record()} />
      <RecordMethod result={record().result} slug={event().slug} />
      <Recompute result={record().result} />
    </main>
  )
}
