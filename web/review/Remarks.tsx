import { createMemo, For, Show } from 'solid-js'
import { JointForm } from './decisions/JointForm.tsx'
import type { Remark } from './remark-sentences.ts'
import * as styles from './review.module.css'
import type { Reviewing } from './reviewing.ts'

export function Remarks(props: { reviewing: Reviewing; remarks: Remark[]; missing: boolean }) {
  // By key, so that a half-filled form survives a reload of the review.
  const keys = createMemo(() => props.remarks.map((remark) => remark.key))
  const remarkOf = (key: string) => props.remarks.find((remark) => remark.key === key)
  return (
    <section class="section" aria-labelledby="look-at">
      <h2 id="look-at">What to look at</h2>
      <Show
        when={props.remarks.length}
        fallback={<p>{props.missing ? 'Nothing but the missing ballots.' : 'Nothing needs a second look.'}</p>}
      >
        <ul class={styles.remarks}>
          <For each={keys()}>
            {(key) => (
              <Show when={remarkOf(key)}>
                {(remark) => (
                  <li class={styles.remark}>
                    <p>
                      <strong>{remark().title}</strong>
                    </p>
                    <p>{remark().offer}</p>
                    <Show when={remark().atDesk}>
                      <p>
                        <a href={`/present/${props.reviewing.slug}/desk`}>Open the desk</a>
                      </p>
                    </Show>
                    <Show when={remark().close}>
                      {(close) => <JointForm reviewing={props.reviewing} close={close()} />}
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
