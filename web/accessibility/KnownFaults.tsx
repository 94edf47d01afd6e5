import { For, Show } from 'solid-js'
import type { AxeResults } from './axe-results.ts'

export function KnownFaults(props: { results: AxeResults }) {
  const faulty = () => props.results.pages.filter(({ faults }) => faults.length > 0)
  return (
    <Show
      when={faulty().length > 0}
      fallback={<p>The automatic check found nothing on the {props.results.pages.length} pages.</p>}
    >
      <p>The automatic check found:</p>
      <ul>
        <For each={faulty()}>
          {({ address, faults }) => (
            <li>
              {address}: {faults.map(({ help, criteria }) => `${help} (WCAG ${criteria.join(', ')})`).join('; ')}
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
