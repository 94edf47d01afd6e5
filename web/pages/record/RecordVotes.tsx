import { For } from 'solid-js'
import { clockTime } from '../../client/clock-time.ts'
import type { Recorded } from '../../client/recorded.ts'
import { listed, named } from '../../client/review-words.ts'

/** Every casting vote, with who gave it and why. */
export function RecordVotes(props: { recorded: Recorded }) {
  const team = (id: string) => named(props.recorded.entries.find((entry) => entry.id === id)?.team ?? '')
  return (
    <section>
      <h2>Casting votes</h2>
      <ul class="plain">
        <For each={props.recorded.record.castingVotes} fallback={<li>None was needed.</li>}>
          {(vote) => (
            <li>
              {clockTime(vote.at)}, {named(vote.by)}: {listed(vote.entryIds.map(team), 99)}, in this order.{' '}
              {vote.reason}
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
