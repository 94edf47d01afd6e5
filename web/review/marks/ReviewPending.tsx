import { Show } from 'solid-js'
import type { Problem } from '../../core/api.ts'
import { problemSentence } from '../../core/form.ts'
import { Press } from '../../ui/buttons/Press.tsx'

export function ReviewPending(props: { problem: Problem | undefined; onAgain: () => Promise<unknown> }) {
  return (
    <section class="section" aria-live="polite">
      <Show when={props.problem} fallback={<p>Computing how safe the result is…</p>}>
        {(problem) => (
          <>
            <h2>The review could not be read</h2>
            <p>{problemSentence(problem())} The ballots are safe.</p>
            <div class="buttons">
              <Press loud onPress={props.onAgain}>
                Try again
              </Press>
            </div>
          </>
        )}
      </Show>
    </section>
  )
}
