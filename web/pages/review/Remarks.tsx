import { For, Show } from 'solid-js'
import type { Remark } from '../../client/review-remarks.ts'

/** What deserves a second look, each with what can be done about it. */
export function Remarks(props: { slug: string; remarks: Remark[]; missing: boolean }) {
  return (
    <section class="section" aria-labelledby="look-at">
      <h2 id="look-at">What to look at</h2>
      <Show
        when={props.remarks.length}
        fallback={<p>{props.missing ? 'Nothing but the missing ballots.' : 'Nothing needs a second look.'}</p>}
      >
        <ul class="remarks">
          <For each={props.remarks}>
            {(remark) => (
              <li class="remark">
                <p>
                  <strong>{remark.title}</strong>
                </p>
                <p>{remark.offer}</p>
                <Show when={remark.atDesk}>
                  <p>
                    <a href={`/present/${props.slug}/desk`}>Open the desk</a>
                  </p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
