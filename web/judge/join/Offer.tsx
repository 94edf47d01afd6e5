import type { Entry } from '../../../api/schema/entry.ts'
import type { Following } from '../following.ts'

/** The next team is on stage while the judge is at something else: offered, never forced. */
export function Offer(props: { entry: Entry; following: Following }) {
  return (
    <div class="offer">
      <p>
        <strong dir="auto">{props.entry.team}</strong> is on stage.
      </p>
      <button
        class="button"
        type="button"
        onClick={() => props.following.go({ on: 'ballot', entryId: props.entry.id })}
      >
        {props.entry.warmUp ? 'Try them now' : 'Score them now'}
      </button>
    </div>
  )
}
