import { Show } from 'solid-js'
import type { Result } from '../../api/schema/result.ts'

export function Recompute(props: { result: Result }) {
  return (
    <section>
      <h2>Compute it again</h2>
      <p>
        The organiser has the whole event as one file. With it, and the program that ran the event,{' '}
        <code>npm run --silent rank -- FILE.json</code> prints these standings again.
      </p>
      <Show when={props.result.digest}>
        <p>
          Fingerprint of every ballot (SHA-256): <code>{props.result.digest}</code>
        </p>
      </Show>
    </section>
  )
}
