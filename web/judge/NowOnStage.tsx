import { Show } from 'solid-js'
import type { Following } from './following.ts'
import * as styles from './judge.module.css'

export function NowOnStage(props: { following: Following }) {
  const hint = () => {
    const work = props.following.work()
    if (work === 'comment') return 'Finish your comment first if you like.'
    return work === 'half-done' ? 'Finish these scores first if you like.' : ''
  }
  return (
    <Show when={props.following.elsewhere()}>
      {(entry) => (
        <div class={styles.nowOnStage}>
          <p>
            <strong>
              Now on stage: <span dir="auto">{entry().team}</span>
            </strong>
            <Show when={hint()}>
              <span class={styles.nowOnStageHint}>{hint()}</span>
            </Show>
          </p>
          <button
            class="button"
            type="button"
            onClick={() => props.following.open({ on: 'ballot', entryId: entry().id })}
          >
            Go now
          </button>
        </div>
      )}
    </Show>
  )
}
